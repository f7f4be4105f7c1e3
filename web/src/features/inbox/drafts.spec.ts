import { expect } from 'chai';
import {
  afterSending,
  draftKey,
  EMPTY_DRAFT,
  readDraft,
  withoutWords,
  withWordsBack,
  writeDraft,
} from './drafts.js';

function shelf() {
  const kept = new Map<string, string>();
  return {
    size: () => kept.size,
    get: (key: string) => kept.get(key) ?? null,
    set: (key: string, value: string) => void kept.set(key, value),
    remove: (key: string) => void kept.delete(key),
  };
}

const key = draftKey('u', 'o', 'c');
const written = { ...EMPTY_DRAFT, body: 'Hello', subject: 'Hi', accountId: 'mailbox' };

describe('drafts', () => {
  it('a draft comes back as it was left, each thread its own', () => {
    const kept = shelf();
    writeDraft(kept, key, written);
    expect(readDraft(kept, key)).to.deep.equal(written);
    expect(readDraft(kept, draftKey('u', 'o', 'd'))).to.deep.equal(EMPTY_DRAFT);
  });

  it('an empty draft leaves nothing behind', () => {
    const kept = shelf();
    writeDraft(kept, key, written);
    writeDraft(kept, key, EMPTY_DRAFT);
    expect(kept.size()).to.equal(0);
  });

  it('a draft that cannot be read is an empty one', () => {
    const kept = shelf();
    for (const text of ['{', '{"mode":"shout"}', 'null']) {
      kept.set(key, text);
      expect(readDraft(kept, key)).to.deep.equal(EMPTY_DRAFT);
    }
  });

  it('sending clears the words and remembers the account', () => {
    expect(afterSending(written)).to.deep.equal({ ...EMPTY_DRAFT, accountId: 'mailbox' });
    const note = { ...written, mode: 'note' as const, note: 'Call back' };
    expect(afterSending(note)).to.deep.equal({ ...note, note: '' });
  });

  it('an undone message comes back before what was begun since', () => {
    const draft = { ...EMPTY_DRAFT, mode: 'note' as const, body: 'PS' };
    expect(withWordsBack(draft, { body: 'Hello', subject: 'Hi' })).to.deep.include({
      mode: 'message',
      body: 'Hello\nPS',
      subject: 'Hi',
    });
  });

  it('words that could not be taken back leave the draft as it was', () => {
    const back = { body: 'Hello' };
    for (const body of ['', 'PS']) {
      const draft = { ...EMPTY_DRAFT, body };
      expect(withoutWords(withWordsBack(draft, back), back)).to.deep.equal(draft);
    }
    const edited = { ...EMPTY_DRAFT, body: 'Hello there' };
    expect(withoutWords(edited, back)).to.deep.equal(edited);
  });
});
