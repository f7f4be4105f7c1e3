import type { TwilioAccount, TwilioMessage, TwilioNumber, TwilioService } from '../store.js';

/** RFC 2822, as Twilio writes times in its older API. */
function rfc2822(iso: string): string {
  return new Date(iso).toUTCString().replace('GMT', '+0000');
}

export function accountJson({ id, name, status, type }: TwilioAccount): object {
  return { sid: id, friendly_name: name, status, type, uri: `/2010-04-01/Accounts/${id}.json` };
}

export function numberJson({
  id,
  accountSid,
  number,
  canText,
  smsUrl,
  smsFallbackUrl,
}: TwilioNumber): object {
  return {
    sid: id,
    account_sid: accountSid,
    phone_number: number,
    friendly_name: `(${number.slice(2, 5)}) ${number.slice(5, 8)}-${number.slice(8)}`,
    capabilities: { voice: true, sms: canText, mms: canText, fax: false },
    sms_url: smsUrl,
    sms_method: 'POST',
    sms_fallback_url: smsFallbackUrl,
    sms_application_sid: '',
  };
}

export function serviceJson({ id, accountSid, name, inboundUrl, usesNumbersWebhook }: TwilioService): object {
  return {
    sid: id,
    account_sid: accountSid,
    friendly_name: name,
    inbound_request_url: inboundUrl === '' ? null : inboundUrl,
    inbound_method: 'POST',
    use_inbound_webhook_on_number: usesNumbersWebhook,
    sticky_sender: true,
  };
}

export function messageJson(message: TwilioMessage): object {
  const { id, accountSid, direction, from, to, body, serviceSid, status, errorCode, media } = message;
  return {
    sid: id,
    account_sid: accountSid,
    messaging_service_sid: serviceSid,
    direction,
    from,
    to,
    body,
    status,
    num_media: String(media.length),
    num_segments: serviceSid === null ? '1' : '0',
    error_code: errorCode,
    error_message: null,
    date_created: rfc2822(message.createdAt),
    date_updated: rfc2822(message.createdAt),
    date_sent: status === 'queued' || status === 'accepted' ? null : rfc2822(message.createdAt),
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${id}.json`,
  };
}
