/** `npm test`; its last line is always `tests: N passed, N failed`. See run.ts. */
import { ensureDependencies, findJava, judgeNode, runTypeScript } from '../local/prerequisites.mjs';

try {
  const missing = [judgeNode(process.versions.node), findJava()].flatMap(({ fix }) => (fix ? [fix] : []));
  if (missing.length > 0) throw new Error(missing.join('\n'));
  ensureDependencies();
  await runTypeScript('tests/run.ts');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.stdout.write('tests: 0 passed, 1 failed\n');
  process.exit(1);
}
