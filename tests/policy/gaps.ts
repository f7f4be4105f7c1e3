import type { RegisteredPromise } from '@leadpulse/policy/register';

/** What the register is held against. */
export interface Ground {
  hasFile: (path: string) => boolean;
  routes: readonly string[]; // of every screen
  places: readonly string[]; // `/page#place` that exist
  tags: ReadonlySet<string>; // of every test
}

/** Everything that a promise lacks, in words. */
export function gapsOf(register: readonly RegisteredPromise[], ground: Ground): string[] {
  const known = new Set<string>(register.map(({ id }) => id));
  return [
    ...register.flatMap((promise) => gapsOfOne(promise, ground).map((gap) => `${promise.id}: ${gap}`)),
    ...[...ground.tags]
      .filter((tag) => !known.has(tag))
      .map((tag) => `[${tag}] tags a test and is no promise`),
  ];
}

function gapsOfOne({ id, clauses, controls, screens }: RegisteredPromise, ground: Ground): string[] {
  const isScreen = (path: string): boolean =>
    path.includes('#') ? ground.places.includes(path) : ground.routes.includes(path);
  return [
    ...(clauses.length === 0 ? ['no clause of the policy states it'] : []),
    ...(controls.length === 0 ? ['nothing keeps it'] : []),
    ...controls.filter(({ file }) => !ground.hasFile(file)).map(({ file }) => `there is no ${file}`),
    ...controls
      .filter(({ file }) => file.includes('.spec.'))
      .map(({ file }) => `${file} is a test, no control`),
    ...(screens.length === 0 ? ['no screen shows it'] : []),
    ...screens.filter(({ path }) => !isScreen(path)).map(({ path }) => `there is no screen ${path}`),
    ...(ground.tags.has(id) ? [] : ['no test is tagged with it']),
  ];
}
