import react from '@vitejs/plugin-react';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig, loadEnv } from 'vite';

const CONFIG = ['VITE_FIREBASE_API_KEY', 'VITE_FIREBASE_AUTH_DOMAIN', 'VITE_FIREBASE_PROJECT_ID'];

/** When its connection breaks, Firestore's channel asks www.google.com whether there is an internet; ours asks our own site. */
const askOurSite: Plugin = {
  name: 'ask-our-site',
  transform: (code, id) => {
    if (!id.includes('webchannel_blob')) return null;
    const asking = code.replace('"//www.google.com/images/cleardot.gif"', 'location.origin+"/favicon.svg"');
    if (asking === code) throw new Error('Firestore asks another address than before whether it is online.');
    return asking;
  },
};

export default defineConfig(({ command, mode }) => {
  const env = loadEnv(mode, import.meta.dirname, 'VITE_');
  const missing = CONFIG.filter((name) => !env[name]);
  if (command === 'build' && env.VITE_EMULATORS !== '1' && missing.length > 0) {
    throw new Error(
      `Set ${missing.join(', ')} to build for Firebase, or VITE_EMULATORS=1 for the local world.`,
    );
  }
  return {
    root: import.meta.dirname,
    plugins: [react(), askOurSite],
    resolve: { alias: { re2js: join(import.meta.dirname, 'src/lib/firebase/noRegex.ts') } },
    server: { host: '127.0.0.1' },
    build: {
      target: 'es2022',
      manifest: true,
      chunkSizeWarningLimit: 600,
      rolldownOptions: {
        // A schema nobody uses in the browser costs the browser nothing.
        treeshake: { manualPureFunctions: ['z', 'contract'] },
      },
    },
  };
});
