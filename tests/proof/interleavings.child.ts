import { playSchedules } from './interleavings.js';

const [project = '', seeds = ''] = process.argv.slice(2);
const report = await playSchedules(project, seeds.split(',').filter(Boolean).map(Number));
process.stdout.write(`\n${JSON.stringify(report)}\n`, () => process.exit(0));
