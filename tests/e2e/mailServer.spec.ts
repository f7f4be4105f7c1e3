import { expect } from 'chai';
import { HOST } from '../../local/ports.js';
import type { SmtpManners, SmtpStub } from '../functions/smtpStub.js';
import { smtpStub } from '../functions/smtpStub.js';
import { card, cardButton, openAccounts, restAndLeave, submit } from './accountsScreen.js';
import { bubble, composer, openThread, write } from './inboxScreen.js';
import type { Practice } from './people.js';
import { addLead, foundPractice, setUndo, signIn, unique } from './people.js';
import { misses, sees } from './sights.js';
import type { Visitor } from './stage.js';
import { stage } from './stage.js';

const REFUSED = '535 5.7.8 bad credentials';

describe('a mail server that only sends', function () {
  this.timeout(120_000);
  const { visitor } = stage();
  const address = `desk-${unique()}@quayside.test`;
  const manners: SmtpManners = { auth: REFUSED };
  let server: SmtpStub;
  let practice: Practice;
  let owner: Visitor;

  before(async () => {
    server = await smtpStub(manners);
    practice = await foundPractice(`Quay Two ${unique()}`);
    await setUndo(practice, 0);
    owner = await visitor();
    await signIn(owner.page, practice.owner);
    owner.watch.expect(/connectAccount|testAccount|status of 4\d\d/);
  });
  after(async () => {
    await practice.client.close();
    server.close();
  });

  const form = () => owner.page.getByRole('dialog', { name: /^Connect (a mail server|.* again)$/ });
  const give = async (host: string, port: number, how: 'TLS' | 'STARTTLS'): Promise<void> => {
    await form().getByLabel('SMTP server').fill(host);
    await form().getByRole('combobox', { name: 'Encryption' }).click();
    await owner.page.getByRole('option', { name: new RegExp(`^${how} `) }).click();
    await form().getByLabel('Port').fill(String(port));
    await form().getByRole('textbox', { name: 'Password' }).fill('secret');
  };
  const connect = () => form().getByRole('button', { name: 'Connect mail server' }).click();
  const refused = async (words: RegExp): Promise<void> => {
    await submit(form(), 'Connect mail server');
    await sees(form().getByText(words));
  };
  const writeMail = async (words: string): Promise<void> => {
    const lead = { name: `Lead ${unique()}`, emails: [`${unique()}@leads.test`] };
    await openThread(owner.page, practice.orgId, await addLead(practice, lead));
    await composer(owner.page)
      .getByRole('button', { name: /^Send by / })
      .click();
    await owner.page.getByRole('menuitem', { name: new RegExp(address) }).click();
    await composer(owner.page).getByLabel('Subject').fill('The loft');
    await write(owner.page, words);
  };

  it('is connected with what is wrong said at its field', async () => {
    const { page } = owner;
    await openAccounts(page, practice, 'smtp');
    await form().getByLabel('Email address').fill(address);
    await give('smtp.nowhere.invalid', server.port, 'STARTTLS');
    await refused(/There is no mail server of this name/);
    await give(HOST, 9, 'STARTTLS');
    await refused(/Nothing answers on this port\. Most servers use 465 or 587/);
    await give(HOST, server.port, 'TLS');
    await refused(/The encryption failed\. Use TLS with port 465, STARTTLS with port 587/);
    await give(HOST, server.port, 'STARTTLS');
    await refused(/refused this user and password\. Many providers want an app password here/);
    expect(await page.evaluate('document.activeElement.dataset.path')).to.equal('password'); // where somebody goes on
    expect(await form().locator('[aria-invalid="true"]').count()).to.equal(1);
    manners.auth = '235 welcome';
    await connect();
    await sees(card(page, address).getByText('Active'));
  });

  it('that refuses its password by now says so at a test and on its card, and is connected again', async () => {
    const { page } = owner;
    manners.auth = REFUSED;
    await cardButton(page, address, 'Send test').click();
    const dialog = page.getByRole('dialog', { name: /^Send a test from / });
    await dialog.getByRole('button', { name: 'Send test' }).click();
    await sees(dialog.getByText(/refuses our sign-in\. Connect the account again\./));
    await dialog.getByRole('button', { name: 'Send nothing' }).click();
    await sees(card(page, address).getByText('Needs attention'));
    await sees(card(page, address).getByText(/refuses our sign-in\. Connect the account again\./));
    await cardButton(page, address, 'Connect again').click();
    expect(await form().getByLabel('Email address').inputValue()).to.equal(address);
    await give(HOST, server.port, 'STARTTLS');
    manners.auth = '235 welcome';
    await connect();
    await sees(card(page, address).getByText('Active'));
    await misses(card(page, address).getByText(/refuses our sign-in/));
  });

  it('that has moved is given its new port, and sends on', async () => {
    const { page } = owner;
    server.close();
    await writeMail('Shall we meet on Monday?');
    const waiting = bubble(page, 'Shall we meet on Monday?');
    await sees(waiting.getByText(/^Trying again /));
    await sees(waiting.getByText(/If its port has changed, connect the account again/));
    server = await smtpStub(manners);
    await openAccounts(page, practice);
    await sees(
      card(page, address).getByText('Active'),
      card(page, address).getByText(/refuses the connection/),
    );
    await cardButton(page, address, 'Connect again').click();
    await give(HOST, server.port, 'STARTTLS');
    await connect();
    await misses(card(page, address).getByText(/refuses the connection/));
    await writeMail('Or on Tuesday?');
    await sees(bubble(page, 'Or on Tuesday?').getByText(/^Sent /));
  });

  it('is paused, resumed and disconnected', async () => {
    await restAndLeave(owner.page, practice, address);
  });
});
