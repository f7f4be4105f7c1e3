import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { inRoot } from '../../local/world/places.js';

const reportSchema = z.object({ diagnostics: z.array(z.object({ code: z.string() })) });

/** The rules of lint that code in a file of that name breaks, those of types aside. */
export function lintCodes(file: string, code: string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'leadpulse-lint-'));
  try {
    copyFileSync(inRoot('.oxlintrc.json'), join(root, '.oxlintrc.json'));
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), code);
    const args = [inRoot('node_modules/oxlint/bin/oxlint'), '--format', 'json', file];
    const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    return reportSchema.parse(JSON.parse(stdout)).diagnostics.map((found) => found.code);
  } finally {
    rmSync(root, { recursive: true });
  }
}
