import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useSeat } from '../../lib/session.js';
import { notify } from '../../ui/notify.js';
import type { AuditFilter } from './auditQueries.js';
import type { AuditNames } from './auditWords.js';

interface Props {
  filter: AuditFilter;
  names: AuditNames;
}

/** Saves what the filters find as a file for a spreadsheet. */
export function ExportButton({ filter, names }: Props) {
  const { orgId } = useSeat();
  const [isBusy, setBusy] = useState(false);
  const download = async (): Promise<void> => {
    const { exportAudit } = await import('./exportAudit.js');
    const count = await exportAudit(orgId, filter, names);
    const entries = count === 1 ? '1 entry' : `${count.toLocaleString('en')} entries`;
    await notify({ id: 'export', message: `Exported ${entries}.` });
  };
  const start = (): void => {
    setBusy(true);
    const failed = (): Promise<void> =>
      notify({
        id: 'export',
        color: 'red',
        message: 'The log could not be read to its end, so nothing was exported. Try again.',
      });
    void download()
      .catch(failed)
      .finally(() => setBusy(false));
  };
  return (
    <Button variant="default" leftSection={<IconDownload size={16} />} loading={isBusy} onClick={start}>
      Export CSV
    </Button>
  );
}
