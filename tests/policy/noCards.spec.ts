import { expect } from 'chai';
import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../../local/world/places.js';

/** A field for a card, a bank account or what is printed on them; Stripe asks for these on its own pages. */
const CARD_FIELD =
  /autocomplete=["'{`]+cc-|\b(card_?number|cvc|cvv|iban|expiry_?(month|year)|routing_?number)\b/i;
/** What Stripe offers to put into pages of ours, and to tell devices apart. */
const IN_OUR_PAGES = /@stripe\/(stripe-js|react-stripe-js)|js\.stripe\.com|m\.stripe\.(com|network)/;

function sources(room: string): [file: string, text: string][] {
  const files = readdirSync(inRoot(room), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /(?<!\.spec)\.tsx?$/.test(file))
    .map((file) => [`${room}/${file}`, readFileSync(inRoot(`${room}/${file}`), 'utf8')]);
}

describe('data of cards [P2]', () => {
  const everything = ['model/src', 'functions/src', 'web/src'].flatMap(sources);

  it('has no field in any form, document or function of ours', () => {
    expect(everything.length).to.be.greaterThan(300);
    expect(everything.filter(([, text]) => CARD_FIELD.test(text)).map(([file]) => file)).to.deep.equal([]);
  });

  it('is not asked for inside our pages by Stripe either', () => {
    const app = [
      ...everything,
      ...[inRoot('web/index.html')].map((file) => [file, readFileSync(file, 'utf8')] as const),
    ];
    expect(app.filter(([, text]) => IN_OUR_PAGES.test(text)).map(([file]) => file)).to.deep.equal([]);
  });

  it('would be noticed', () => {
    for (const field of ['<input autoComplete="cc-number" />', 'cardNumber: z.string()', 'cvc: text'])
      expect(CARD_FIELD.test(field), field).to.equal(true);
    expect(IN_OUR_PAGES.test(`import('@stripe/stripe-js')`)).to.equal(true);
  });
});
