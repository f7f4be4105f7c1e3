import { exportMyDataContract } from '@leadpulse/model';
import { callable } from '../platform/callable.js';
import { db } from '../platform/firestore.js';
import { openExport } from './openExport.js';

/** A link to all that is held about the caller. */
export const exportMyData = callable(exportMyDataContract, (_input, { uid }) =>
  db().runTransaction((tx) =>
    Promise.resolve(openExport(tx, { kind: 'my-data', uid, orgId: null, contactId: null })),
  ),
);
