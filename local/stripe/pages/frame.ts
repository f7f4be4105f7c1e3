import { framesOf } from '../../standIn/frame.js';

export const frame = framesOf('Stripe', 'no real card');
