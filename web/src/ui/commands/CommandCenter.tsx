import { Suspense, lazy, useEffect } from 'react';
import { useLocation } from 'react-router';
import { closeAid, useOpenAid } from './paletteState.js';
import { useShortcuts } from './useShortcuts.js';

const Palette = lazy(async () => ({ default: (await import('./Palette.js')).Palette }));
const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog.js')).KeysDialog }));

/** Listens to the keys of all commands; the palette and the list of keys load when first opened, and close with the place. */
export function CommandCenter() {
  useShortcuts();
  const aid = useOpenAid();
  const { pathname } = useLocation();
  useEffect(closeAid, [pathname]);
  return (
    <Suspense>
      {aid === 'palette' && <Palette />}
      {aid === 'keys' && <KeysDialog />}
    </Suspense>
  );
}
