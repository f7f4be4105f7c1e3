import { useSeat } from '../../lib/session.js';
import { Section } from '../../ui/Page.js';
import { ExportButton } from '../../ui/privacy/ExportButton.js';
import { exportOrg } from './privacyCalls.js';

/** Everything of the organization, as a file; for owners and admins. */
export function OrgExportSection() {
  const { orgId, name } = useSeat();
  return (
    <Section
      title={`Export ${name}`}
      about="Team, contacts, messages, notes, consents, accounts and audit log, as JSON with tables for a spreadsheet. Passwords and tokens stay out. The export is noted in the audit log."
    >
      <ExportButton ask={() => exportOrg(orgId)}>Export the organization</ExportButton>
    </Section>
  );
}
