import { findChromium } from '../local/chromium.js';
import { installDebianPackage } from './debianPackage.js';

const PACKAGES = ['chromium-headless-shell', 'chromium']; // the first is missing from older releases

/** A browser for the end-to-end tests; as root on Debian it is installed, elsewhere it must be there. */
export async function ensureChromium(): Promise<void> {
  for (const name of PACKAGES) {
    if (findChromium() !== undefined) return;
    await installDebianPackage(name);
  }
  if (findChromium() !== undefined) return;
  throw new Error(
    'The end-to-end tests need Chrome or Chromium. Install one (https://www.google.com/chrome, or on Debian: ' +
      'sudo apt-get install -y chromium), or set CHROMIUM_PATH to it.',
  );
}
