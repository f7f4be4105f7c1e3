/** Says what this machine has, what it lacks, and the command that helps. */
import { areDependenciesStale, findJava, judgeNode, runTypeScript } from './prerequisites.mjs';

/** @param {import('./prerequisites.mjs').Finding} finding */
function tell({ name, state, fix }) {
  process.stdout.write(`${fix ? '✗' : '✓'} ${name.padEnd(20)} ${state}\n${fix ? `    ${fix}\n` : ''}`);
  if (fix) process.exitCode = 1;
}

tell(judgeNode(process.versions.node));
tell(findJava());
if (areDependenciesStale()) {
  tell({ name: 'Dependencies', state: 'not installed', fix: 'npm ci (npm start does it by itself)' });
} else {
  tell({ name: 'Dependencies', state: 'installed' });
  await runTypeScript('local/doctor.ts');
}
