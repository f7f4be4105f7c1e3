import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { defaultProject, deployedHeaders, readFirebaseJson, withHeaders } from './hosting/headers.js';
import { inRoot } from './world/places.js';

/** Writes the security headers into firebase.json, for the project in .firebaserc or the one that is named. */
const projectId = process.argv[2] ?? defaultProject();
const config = withHeaders(readFirebaseJson(), deployedHeaders(projectId));
const text = await format(JSON.stringify(config), { parser: 'json', printWidth: 110 });
writeFileSync(inRoot('firebase.json'), text);
process.stdout.write(`firebase.json: the site may ask Firebase and the functions of ${projectId}\n`);
