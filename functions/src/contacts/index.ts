export { handleRef, suppressionRef } from './addresses.js';
export { readReleases, writeReleases } from './release.js';
