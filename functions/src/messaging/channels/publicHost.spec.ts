import { expect } from 'chai';
import { isPublicAddress } from './publicHost.js';

describe('public addresses', () => {
  for (const address of ['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946']) {
    it(`${address} takes mail`, () => expect(isPublicAddress(address)).to.be.true);
  }
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::ffff:169.254.169.254',
    'fd00::1',
    'fe80::1',
    '2002:a9fe:a9fe::1',
    'mail.example.com',
  ]) {
    it(`${address} is refused`, () => expect(isPublicAddress(address)).to.be.false);
  }
});
