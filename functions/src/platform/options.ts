import { setGlobalOptions } from 'firebase-functions/options';

export const REGION = 'us-central1';

setGlobalOptions({ region: REGION, memory: '512MiB', timeoutSeconds: 60, maxInstances: 20 });
