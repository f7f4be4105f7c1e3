import { expect } from 'chai';
import type { z } from 'zod';
import { contactConsentSchema } from './consent.js';
import { contactSchema, noteSchema } from './contact.js';
import { LEAD_DATA, PERSON_DATA } from './dataRegister.js';
import { recipientSchema } from './mailing.js';
import { messageSchema } from './message.js';
import { memberSchema } from './org.js';
import { userConsentSchema, userSchema } from './user.js';

/** The documents that hold something about a person, by their paths. */
const SCHEMAS: Record<string, z.ZodObject> = {
  'users/{uid}': userSchema,
  'users/{uid}/consents/{id}': userConsentSchema,
  'mailings/{id}/recipients/{uid}': recipientSchema,
  'orgs/{orgId}/members/{uid}': memberSchema,
  'orgs/{orgId}/contacts/{contactId}': contactSchema,
  'orgs/{orgId}/contacts/{contactId}/messages/{messageId}': messageSchema,
  'orgs/{orgId}/contacts/{contactId}/notes/{noteId}': noteSchema,
  'orgs/{orgId}/contacts/{contactId}/consents/{id}': contactConsentSchema,
};

describe('the register of what is kept [P6]', () => {
  for (const [path, schema] of Object.entries(SCHEMAS)) {
    it(`has a purpose for each field of ${path}, and for no other`, () => {
      const entry = [...PERSON_DATA, ...LEAD_DATA].find((held) => held.path === path);
      expect(Object.keys(entry?.fields ?? {})).to.have.members(Object.keys(schema.shape));
    });
  }
  for (const held of [...PERSON_DATA, ...LEAD_DATA]) {
    it(`says in sentences what each field of ${held.path} is for`, () => {
      for (const purpose of Object.values(held.fields)) expect(purpose).to.match(/^[A-Z].{15,}\.$/);
    });
  }
});
