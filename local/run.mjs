/** Runs a TypeScript script of this repository: `node local/run.mjs tests/bench/run.ts [arguments]`. */
import { ensureDependencies, failWith, insistOn, judgeNode, runTypeScript } from './prerequisites.mjs';

insistOn([judgeNode(process.versions.node)]);
const [script] = process.argv.splice(2, 1);
try {
  if (!script) throw new Error('Which script? node local/run.mjs path/to/script.ts');
  ensureDependencies();
  await runTypeScript(script);
} catch (error) {
  failWith(error);
}
