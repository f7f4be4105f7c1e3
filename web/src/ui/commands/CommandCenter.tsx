import { Suspense, lazy } from 'react';
import { useOpenAid } from './paletteState.js';
import { useShortcuts } from './useShortcuts.js';

const Palette = lazy(async () => ({ default: (await import('./Palette.js')).Palette }));
const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog.js')).KeysDialog }));

/** Listens to the keys of all commands; the palette and the list of keys load when first opened. */
export function CommandCenter() {
  useShortcuts();
  const aid = useOpenAid();
  return (
    <Suspense>
      {aid === 'palette' && <Palette />}
      {aid === 'keys' && <KeysDialog />}
    </Suspense>
  );
}
