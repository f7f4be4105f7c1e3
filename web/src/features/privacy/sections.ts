import type { ComponentType } from 'react';
import { HeldSection } from './HeldSection.js';
import { MailSection } from './MailSection.js';
import { PolicySection } from './PolicySection.js';
import { StorageSection } from './StorageSection.js';

/** One card of the privacy center: a file of its own, which reads what it shows and designs its own waiting and failing. */
interface CenterSection {
  id: string;
  Section: ComponentType;
}

/** The cards about the person, in their order. */
export const PERSON_SECTIONS: readonly CenterSection[] = [
  { id: 'storage', Section: StorageSection },
  { id: 'mail', Section: MailSection },
  { id: 'held', Section: HeldSection },
  { id: 'policy', Section: PolicySection },
];
