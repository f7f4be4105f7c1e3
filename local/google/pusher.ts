import type { GoogleStore } from './store.js';

const PATIENCE_MS = 5000;

/** Publishes to the topic that a mailbox is watched by, in the envelope that Gmail uses. */
export class Pusher {
  constructor(
    private readonly store: GoogleStore,
    private readonly pubsubUrl: string, // '' for nowhere
  ) {}

  async tell(address: string): Promise<void> {
    const mailbox = this.store.get('mailbox', address);
    if (!mailbox?.watch || mailbox.watch.endsAtMs < Date.now() || mailbox.pushes === 'lost') return;
    const { topicName } = mailbox.watch;
    const news = [mailbox.historyId];
    if (mailbox.pushes === 'disorderly') news.push(mailbox.historyId, mailbox.historyId - 14);
    for (const historyId of news) await this.publish(topicName, { emailAddress: address, historyId });
  }

  async publish(topicName: string, notice: object): Promise<boolean> {
    if (this.pubsubUrl === '') return false;
    const data = Buffer.from(JSON.stringify(notice)).toString('base64');
    try {
      const response = await fetch(`${this.pubsubUrl}/v1/${topicName}:publish`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ messages: [{ data }] }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false; // a world without functions has no topic
    }
  }
}
