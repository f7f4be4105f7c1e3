/** How Twilio refuses a call. */
export class TwilioRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
    this.name = 'TwilioRefusal';
  }

  get body(): object {
    const moreInfo = `https://www.twilio.com/docs/errors/${this.code}`;
    return { code: this.code, message: this.message, more_info: moreInfo, status: this.status };
  }
}
