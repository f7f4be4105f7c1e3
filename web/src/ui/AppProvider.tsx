import type { KeyIn } from '@leadpulse/policy/storage';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import '@mantine/core/styles.layer.css';
import { Suspense, lazy } from 'react';
import type { ReactNode } from 'react';
import './app.css';
import { adoptMantineVariables } from './mantineVariables.js';
import { useNotesNeeded } from './notify.js';
import { theme } from './theme.js';

const SCHEME_KEY: KeyIn<'localStorage'> = 'leadpulse-scheme'; // public/scheme.js reads it
const schemeManager = localStorageColorSchemeManager({ key: SCHEME_KEY });
const NotesHost = lazy(async () => ({ default: (await import('./NotesHost.js')).NotesHost }));

adoptMantineVariables();

/** Mantine with our theme, for the screens behind the sign-in. */
export function AppProvider({ children }: { children: ReactNode }) {
  const notesNeeded = useNotesNeeded();
  return (
    <MantineProvider
      theme={theme}
      withCssVariables={false} // they are adopted above, without a `<style>` in the page
      withGlobalClasses={false}
      colorSchemeManager={schemeManager}
      defaultColorScheme="auto"
    >
      {children}
      {notesNeeded && (
        <Suspense>
          <NotesHost />
        </Suspense>
      )}
    </MantineProvider>
  );
}
