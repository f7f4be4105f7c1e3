import type { Org } from '@leadpulse/model';
import { doc, updateDoc } from 'firebase/firestore';
import { db } from '../../lib/firebase/firestore.js';
import { orgFieldsOf } from './settingsForm.js';
import type { SettingsForm } from './settingsForm.js';

export async function saveSettings(orgId: string, form: SettingsForm, before: Org): Promise<void> {
  await updateDoc(doc(db, 'orgs', orgId), { ...orgFieldsOf(form, before) });
}
