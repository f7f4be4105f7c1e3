/** What a page of the SPA counts with, in one module, so that each simulated browser has one of its own. */
export { collectorIn } from '../../../web/src/lib/telemetry/collector.js';
export { count, countIn } from '../../../web/src/lib/telemetry/count.js';
export { emptyOutbox } from '../../../web/src/lib/telemetry/outbox.js';
export { sendBatch } from '../../../web/src/lib/telemetry/sendBatch.js';
