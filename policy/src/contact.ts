export const SUPPORT_ADDRESS = 'support@leadpulse.app';
