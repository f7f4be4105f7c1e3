import { useEffect, useState } from 'react';

/** The zone a number's area code lies in, for quiet hours; its table loads with the first composer. */
export function useZoneOfPhone(phone: string | null): string | null {
  const [known, setKnown] = useState<{ phone: string; zone: string | null } | null>(null);
  useEffect(() => {
    if (phone?.startsWith('+') !== true) return;
    let isWanted = true;
    void import('@leadpulse/model/timeZones').then(({ timeZoneOfPhone }) => {
      if (isWanted) setKnown({ phone, zone: timeZoneOfPhone(phone) });
    });
    return () => {
      isWanted = false;
    };
  }, [phone]);
  return known && known.phone === phone ? known.zone : null;
}
