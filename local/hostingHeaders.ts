import { writeFileSync } from 'node:fs';
import { formatted } from './formatted.js';
import { defaultProject, deployedHeaders, readFirebaseJson, withHeaders } from './hosting/headers.js';
import { inRoot } from './world/places.js';

/** Writes the security headers into firebase.json, for the project in .firebaserc or the one that is named. */
const projectId = process.argv[2] ?? defaultProject();
const config = withHeaders(readFirebaseJson(), deployedHeaders(projectId));
const file = inRoot('firebase.json');
writeFileSync(file, await formatted(file, JSON.stringify(config)));
process.stdout.write(`firebase.json: the site may ask Firebase and the functions of ${projectId}\n`);
