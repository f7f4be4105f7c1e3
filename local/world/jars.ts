import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipOf } from './zip.js';

const CACHE = process.env.FIREBASE_EMULATORS_PATH ?? join(homedir(), '.cache', 'firebase', 'emulators');

/**
 * Variables that make firebase-tools use emulators that are already on this machine. Order: a variable that is set, the
 * cache of firebase-tools, the Google Cloud SDK; with none of them firebase-tools downloads.
 */
export function emulatorBinaries(launcherDir: string): Record<string, string> {
  const binaries: Record<string, string> = {};
  const firestore = neededJarOf('firestore');
  if (firestore) {
    binaries.FIRESTORE_EMULATOR_BINARY_PATH = writeLauncherJar(launcherDir, 'firestore', firestore);
  }
  const pubsub = neededJarOf('pubsub');
  if (pubsub) binaries.PUBSUB_EMULATOR_BINARY_PATH = writePubsubScript(launcherDir, pubsub);
  return binaries;
}

type Downloadable = 'firestore' | 'pubsub';

interface SdkJar {
  path: string;
  mainClass: string;
}

/** Where an emulator comes from, in words; undefined if firebase-tools will have to download it. */
export function emulatorSource(name: Downloadable): string | undefined {
  const variable = variableOf(name);
  if (process.env[variable]) return `from ${variable}`;
  if (isCached(name)) return 'from the cache of firebase-tools';
  return sdkJarOf(name)?.path;
}

function variableOf(name: Downloadable): string {
  return `${name.toUpperCase()}_EMULATOR_BINARY_PATH`;
}

/** The jar to use in place of firebase-tools' own, if there is no better source. */
function neededJarOf(name: Downloadable): SdkJar | undefined {
  return process.env[variableOf(name)] || isCached(name) ? undefined : sdkJarOf(name);
}

function sdkJarOf(name: Downloadable): SdkJar | undefined {
  const find = name === 'firestore' ? firestoreJar : pubsubJar;
  return cloudSdks()
    .map(find)
    .find((jar) => jar !== undefined);
}

/** Whether firebase-tools has downloaded an emulator (or its web page, `ui`) before. */
export function isCached(name: Downloadable | 'ui'): boolean {
  const file = createRequire(import.meta.url).resolve(
    'firebase-tools/lib/emulator/downloadableEmulatorInfo.json',
  );
  const info = JSON.parse(readFileSync(file, 'utf8')) as Record<
    string,
    DownloadInfo & { main?: DownloadInfo }
  >;
  const path = (info[name]?.main ?? info[name])?.downloadPathRelativeToCacheDir;
  return path !== undefined && existsSync(join(CACHE, path));
}

interface DownloadInfo {
  downloadPathRelativeToCacheDir?: string;
}

function firestoreJar(sdk: string): SdkJar | undefined {
  const path = join(sdk, 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar');
  const mainClass = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';
  return existsSync(path) ? { path, mainClass } : undefined;
}

function pubsubJar(sdk: string): SdkJar | undefined {
  const lib = join(sdk, 'platform/pubsub-emulator/lib');
  const file = existsSync(lib) && readdirSync(lib).find((name) => name.endsWith('-all.jar'));
  return file ? { path: join(lib, file), mainClass: 'com.google.cloud.pubsub.testing.v1.Main' } : undefined;
}

function cloudSdks(): string[] {
  const places = ['/usr/lib/google-cloud-sdk', join(homedir(), 'google-cloud-sdk')];
  for (const dir of (process.env.PATH ?? '').split(delimiter)) {
    const gcloud = join(dir, 'gcloud');
    if (existsSync(gcloud)) places.push(dirname(dirname(realpathSync(gcloud))));
  }
  return [...new Set(places)].filter((place) => existsSync(place));
}

/** firebase-tools runs `java -jar`; the SDK's jar names no main class, so a jar of one manifest names it. */
function writeLauncherJar(dir: string, name: string, jar: SdkJar): string {
  mkdirSync(dir, { recursive: true });
  const manifest = ['Manifest-Version: 1.0', `Main-Class: ${jar.mainClass}`];
  manifest.push(`Class-Path: ${pathToFileURL(jar.path).href}`);
  const file = join(dir, `${name}.jar`);
  writeFileSync(file, zipOf('META-INF/MANIFEST.MF', manifest.map(foldManifestLine).join('') + '\r\n'));
  return file;
}

/** JAR specification: no line longer than 72 bytes, a continuation starts with one space. */
export function foldManifestLine(line: string): string {
  const first = line.slice(0, 70);
  const rest = line.slice(70).match(/.{1,69}/g) ?? [];
  return [first, ...rest.map((part) => ` ${part}`)].map((part) => `${part}\r\n`).join('');
}

/**
 * A name without "pubsub-emulator" on purpose: firebase-tools, when a stop takes long, kills every process on the
 * machine whose command line has that word, those of other worlds too.
 */
function writePubsubScript(dir: string, jar: SdkJar): string {
  const launcher = writeLauncherJar(dir, 'pubsub', jar);
  const file = join(dir, 'pubsub.sh');
  writeFileSync(file, `#!/bin/sh\nexec java -jar '${launcher}' "$@"\n`, { mode: 0o755 });
  return file;
}
