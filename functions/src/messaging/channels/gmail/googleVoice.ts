import { isVoiceAddress } from '@leadpulse/model';
import type { ChannelAdapter } from '../adapter.js';
import { DeliveryFailure } from '../adapter.js';
import { credentialsOf, sendRaw } from './gmail.js';
import { gmailEvidence } from './gmailEvidence.js';

const VOICE_DOMAIN = 'txt.voice.google.com'; // of every address that Google makes up

/**
 * Texts by Google Voice: an answer is a mail to the address that Google made up for this conversation, words only. There is
 * no other way in, so none is begun here (021).
 */
export const googleVoice: ChannelAdapter = {
  async send(outgoing, { signal }) {
    const { voiceAddress } = outgoing;
    if (!voiceAddress || !isVoiceAddress(voiceAddress)) {
      const says = 'Google Voice can only answer, and this number has not texted yours yet.';
      throw new DeliveryFailure('voice-answers-only', says, 'permanent');
    }
    const credentials = credentialsOf(outgoing);
    const mail = {
      ...outgoing,
      from: credentials.address,
      fromName: '',
      to: voiceAddress,
      subject: 'Text message',
      footer: '',
      isTextOnly: true,
    };
    await sendRaw(credentials, { outgoing: mail, threadId: null }, signal);
    return { providerId: outgoing.messageIdHeader };
  },

  find: (lost, { signal }) => gmailEvidence(credentialsOf(lost), { ...lost, mailedTo: VOICE_DOMAIN }, signal),
};
