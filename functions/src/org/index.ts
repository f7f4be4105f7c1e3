export { inviteKeys } from './inviting.js';
export { purgeOrg } from './purgeOrg.js';
