import { useEffect, useRef } from 'react';

/** Moves the focus to `#main` when the screen changes, so that keyboard and screen reader start at its top. */
export function useScreenFocus(screen: string): void {
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    const main = document.getElementById('main');
    if (main !== null && !main.contains(document.activeElement)) main.focus({ preventScroll: true });
  }, [screen]);
}
