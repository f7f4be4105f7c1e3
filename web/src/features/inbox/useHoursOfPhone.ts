import type { RecipientHours } from '@leadpulse/model/callingHours';
import { useEffect, useState } from 'react';

/** Whose calling hours hold for a number; the table of area codes and states loads with the first composer. */
export function useHoursOfPhone(phone: string | null): RecipientHours | null {
  const [known, setKnown] = useState<{ phone: string; hours: RecipientHours } | null>(null);
  useEffect(() => {
    if (phone?.startsWith('+') !== true) return;
    let isWanted = true;
    void import('@leadpulse/model/callingHours').then(({ hoursOfPhone }) => {
      if (isWanted) setKnown({ phone, hours: hoursOfPhone(phone) });
    });
    return () => {
      isWanted = false;
    };
  }, [phone]);
  return known && known.phone === phone ? known.hours : null;
}
