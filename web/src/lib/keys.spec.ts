import { expect } from 'chai';
import { completes, keyCaps, strokeName } from './keys.js';

const stroke = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  strokeName({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('shortcuts', () => {
  it('name a key, and Ctrl and Cmd alike', () => {
    expect(stroke('e')).to.equal('e');
    expect(stroke('E')).to.equal('e');
    expect(stroke('k', { ctrlKey: true })).to.equal('mod+k');
    expect(stroke('k', { metaKey: true })).to.equal('mod+k');
    expect(stroke('Escape')).to.equal('Escape');
  });

  it('leave Alt to the browser and the keyboard layout', () => {
    expect(stroke('e', { altKey: true })).to.equal(null);
  });

  it('are completed by one key or by two in turn', () => {
    const shortcuts = ['g i', 'e', '?'];
    expect(completes(null, 'e', shortcuts)).to.equal('e');
    expect(completes('g', 'i', shortcuts)).to.equal('g i');
    expect(completes(null, 'i', shortcuts)).to.equal(null);
    expect(completes('x', 'e', shortcuts)).to.equal('e');
  });

  it('are written as on the keyboard of the machine', () => {
    expect(keyCaps('mod+k', false)).to.deep.equal(['Ctrl', 'K']);
    expect(keyCaps('mod+k', true)).to.deep.equal(['⌘', 'K']);
    expect(keyCaps('g i', false)).to.deep.equal(['G', 'I']);
  });
});
