import {
  contactConsentSchema,
  contactSchema,
  handlesOf,
  MESSAGE_STATES,
  messageSchema,
  noteSchema,
} from '@leadpulse/model';
import { expect } from 'chai';
import { demoContacts } from './demoContacts.js';

const NOW = new Date('2026-11-23T18:00:00Z');
const contacts = demoContacts(NOW);
const messages = contacts.flatMap(({ messages: all }) => [...all.values()]);

describe('the demo organization', () => {
  it('has about two hundred contacts, each with its own id', () => {
    expect(contacts.length).to.be.within(195, 210);
    expect(new Set(contacts.map(({ contactId }) => contactId)).size).to.equal(contacts.length);
  });

  it('holds only documents that the domain knows', () => {
    for (const planned of contacts) {
      contactSchema.parse(planned.contact);
      planned.messages.forEach((message) => messageSchema.parse(message));
      planned.notes.forEach((note) => noteSchema.parse(note));
      planned.consents.forEach((consent) => contactConsentSchema.parse(consent));
    }
  });

  it('shows every state that lasts', () => {
    const passing = ['requested', 'sending'];
    const lasting = MESSAGE_STATES.filter((state) => !passing.includes(state));
    expect([...new Set(messages.map(({ state }) => state))]).to.have.members(lasting);
  });

  it('lies in the past, but for what is to be sent later', () => {
    for (const { at } of messages) expect(at.toMillis()).to.be.at.most(NOW.getTime());
  });

  it('tells the last message of each contact as its thread has it', () => {
    for (const { contact, messages: thread } of contacts) {
      if (!contact.lastMessage) continue;
      const last = thread.get(contact.lastMessage.messageId);
      expect(last?.at.toMillis()).to.equal(contact.lastMessage.at.toMillis());
      expect(last?.direction).to.equal(contact.lastMessage.direction);
      expect(last?.state).to.not.equal('canceled');
    }
  });

  it('lets a contact wait only for an answer to its own last words', () => {
    const waiting = contacts.filter(({ contact }) => contact.waitingSince);
    expect(waiting.length).to.be.within(10, 30);
    for (const { contact } of waiting) expect(contact.lastMessage?.direction).to.equal('in');
  });

  it('shares an address only where it shows a possible duplicate', () => {
    const holders = new Map<string, string>();
    for (const { contactId, contact } of contacts) {
      for (const { key } of handlesOf(contact)) {
        const holder = holders.get(key);
        if (holder === undefined) holders.set(key, contactId);
        else expect(contact.duplicateOf).to.equal(holder);
      }
    }
  });

  it('uses numbers and addresses that nobody is ever given', () => {
    const fictional =
      /^\+1\d{3}55501\d\d$|^\+442079460\d{3}$|^\+493023125\d{3}$|^\+3319900\d{4}$|^\+6125550\d{4}$/;
    for (const { contact } of contacts) {
      for (const phone of contact.phones) expect(phone).to.match(fictional);
      for (const email of contact.emails) expect(email).to.match(/@(example\.(com|org)|leads\.test)$/);
    }
  });

  it('is the same at every run, and leaves no word of a script unfilled', () => {
    expect(JSON.stringify(demoContacts(NOW))).to.equal(JSON.stringify(contacts));
    for (const { body, subject } of messages)
      expect(`${subject ?? ''} ${body}`).to.not.match(/\$[a-z]|[{}|]|undefined/);
  });
});
