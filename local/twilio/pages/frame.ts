import { framesOf } from '../../standIn/frame.js';

export const frame = framesOf('Twilio', 'no text leaves it');
