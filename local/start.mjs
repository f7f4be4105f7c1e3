import {
  ensureDependencies,
  failWith,
  findJava,
  insistOn,
  judgeNode,
  runTypeScript,
} from './prerequisites.mjs';

insistOn([judgeNode(process.versions.node), findJava()]);
try {
  ensureDependencies();
  await runTypeScript('local/start.ts');
} catch (error) {
  failWith(error);
}
