import { AUDIT_ACTIONS } from '@leadpulse/model';
import { useSearchParams } from 'react-router';
import { paramsWith } from '../../lib/paramsWith.js';
import type { AuditFilter } from './auditQueries.js';

type AuditParam = 'action' | 'person' | 'from' | 'to';

/** The filters lie in the URL, so that what was found can be shown to somebody. */
export interface AuditPlace {
  filter: AuditFilter;
  isFiltered: boolean;
  setParam: (name: AuditParam, value: string) => void;
  clear: () => void;
}

export function useAuditPlace(): AuditPlace {
  const [params, setParams] = useSearchParams();
  const filter: AuditFilter = {
    action: AUDIT_ACTIONS.find((action) => action === params.get('action')) ?? null,
    person: params.get('person'),
    from: dayOf(params.get('from')),
    to: dayOf(params.get('to')),
  };
  return {
    filter,
    isFiltered: Object.values(filter).some((value) => value !== null),
    setParam: (name, value) => setParams(paramsWith(name, value), { replace: true }),
    clear: () => setParams({}, { replace: true }),
  };
}

/** A day as a date field gives it; anything else in the URL is no day. */
function dayOf(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;
}
