import type { Org } from '@leadpulse/model';
import { doc, updateDoc } from 'firebase/firestore';
import { db } from '../../lib/firebase/firestore.js';
import { count } from '../../lib/telemetry/count.js';
import { changedFields } from './settingsForm.js';
import type { SettingsForm } from './settingsForm.js';

/** `filled` is the form as it was when the person began. */
export async function saveSettings(
  orgId: string,
  form: SettingsForm,
  filled: SettingsForm,
  org: Org,
): Promise<void> {
  const changed = changedFields(form, filled, org);
  if (Object.keys(changed).length === 0) return;
  count('settings.save');
  await updateDoc(doc(db, 'orgs', orgId), changed);
}
