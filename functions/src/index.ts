import './platform/options.js';

export { saveContact } from './contacts/saveContact.callable.js';
export { wakeSnoozed } from './contacts/wakeSnoozed.schedule.js';
export { connectAccount } from './messaging/connectAccount.callable.js';
export { disconnectAccount } from './messaging/disconnectAccount.callable.js';
export { mailWebhook } from './messaging/mailWebhook.webhook.js';
export { onMessageRequested } from './messaging/onMessageRequested.trigger.js';
export { retryMessage } from './messaging/retryMessage.callable.js';
export { sandboxWebhook } from './messaging/sandboxWebhook.webhook.js';
export { sendMessage } from './messaging/sendMessage.task.js';
export { sweepMessages } from './messaging/sweepMessages.schedule.js';
export { createOrg } from './org/createOrg.callable.js';
export { grantOwnership } from './org/grantOwnership.callable.js';
export { leaveOrg } from './org/leaveOrg.callable.js';
export { onOrgWritten } from './org/onOrgWritten.trigger.js';
export { removeMember } from './org/removeMember.callable.js';
export { setMemberRole } from './org/setMemberRole.callable.js';
