import { Alert } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import type { Verdict } from './verifyLog.js';

/** What the check of the hash chain found, in words for who must decide what to do. */
export function VerifyResult({ verdict, problem }: { verdict: Verdict | null; problem: string | null }) {
  return (
    <div role="status">
      {problem !== null && (
        <Alert mb="md" color="red" variant="light" title="The log was not checked">
          {problem}
        </Alert>
      )}
      {verdict?.isIntact === true && (
        <Alert mb="md" color="green" variant="light" icon={<IconShieldCheck />} title="The log is intact">
          {intactWords(verdict.entries)}
        </Alert>
      )}
      {verdict?.isIntact === false && (
        <Alert
          mb="md"
          color="red"
          variant="light"
          icon={<IconShieldX />}
          title={`The log does not fit together at entry ${verdict.brokenAt ?? verdict.entries}`}
        >
          This entry, or one beside it, was changed, added or removed by other means than LeadPulse. Export
          the log and write to support before anything else.
        </Alert>
      )}
    </div>
  );
}

function intactWords(entries: number): string {
  if (entries === 0) return 'It has no entry yet.';
  const all = entries === 1 ? 'Its one entry is' : `All ${entries.toLocaleString('en')} entries are`;
  return `${all} as they were written, in their order, and none is missing.`;
}
