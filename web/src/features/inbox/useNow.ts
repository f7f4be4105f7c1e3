import { useEffect, useState } from 'react';
import { useMinute } from '../../lib/clock.js';

/** The current time; every half second while something counts down, else every minute. */
export function useNow(isCounting: boolean): number {
  const minute = useMinute();
  const [now, setNow] = useState(minute);
  useEffect(() => {
    if (!isCounting) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [isCounting]);
  return Math.max(now, minute);
}
