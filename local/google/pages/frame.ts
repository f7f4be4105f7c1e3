import { framesOf } from '../../standIn/frame.js';

export const frame = framesOf('Google', 'no mail leaves it');
