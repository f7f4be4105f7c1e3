import type { ComponentType } from 'react';
import { EraseAccountSection } from './EraseAccountSection.js';
import { ExportSection } from './ExportSection.js';
import { HeldSection } from './HeldSection.js';
import { MailSection } from './MailSection.js';
import { PolicySection } from './PolicySection.js';
import { KeptSection } from './KeptSection.js';
import { LeadDataSection } from './LeadDataSection.js';
import { NameSection } from './NameSection.js';
import { OrgExportSection } from './OrgExportSection.js';
import { OrgRequestsSection } from './OrgRequestsSection.js';
import { RequestsSection } from './RequestsSection.js';
import { RetentionSection } from './RetentionSection.js';
import { StorageSection } from './StorageSection.js';

/** One card of the privacy center: a file of its own, which reads what it shows and designs its own waiting and failing. */
interface CenterSection {
  id: string;
  Section: ComponentType;
}

/** The cards about the person, in their order. */
export const PERSON_SECTIONS: readonly CenterSection[] = [
  { id: 'name', Section: NameSection },
  { id: 'storage', Section: StorageSection },
  { id: 'mail', Section: MailSection },
  { id: 'held', Section: HeldSection },
  { id: 'policy', Section: PolicySection },
  { id: 'export', Section: ExportSection },
  { id: 'requests', Section: RequestsSection },
  { id: 'kept', Section: KeptSection },
  { id: 'erase', Section: EraseAccountSection },
];

/** The cards about the organization, for its owners and admins. */
export const ORG_SECTIONS: readonly CenterSection[] = [
  { id: 'org-requests', Section: OrgRequestsSection },
  { id: 'lead-data', Section: LeadDataSection },
  { id: 'retention', Section: RetentionSection },
  { id: 'org-export', Section: OrgExportSection },
];
