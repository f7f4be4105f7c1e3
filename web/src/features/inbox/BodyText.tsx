import type { Channel } from '@leadpulse/model';
import { useMemo, useState } from 'react';
import { ExternalLink } from '../../ui/ExternalLink.js';
import { foldBody } from './foldBody.js';
import { linkify } from './linkify.js';
import styles from './Timeline.module.css';

/** What somebody wrote: links open elsewhere and learn nothing of us; long and quoted parts are folded. */
export function BodyText({ body, channel }: { body: string; channel: Channel }) {
  const [isWhole, setWhole] = useState(false);
  const folded = useMemo(() => foldBody(body, channel), [body, channel]);
  const label =
    folded.hidden === 'quote' ? ['Show quoted text', 'Hide quoted text'] : ['Show all', 'Show less'];
  return (
    <div className={styles.body} dir="auto">
      <Words text={isWhole ? body.trim() : folded.visible} />
      {folded.hidden === 'rest' && !isWhole && '…'}
      {folded.hidden !== 'nothing' && (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? label[1] : label[0]}
        </button>
      )}
    </div>
  );
}

function Words({ text }: { text: string }) {
  return linkify(text).map((part, index) =>
    part.href === undefined ? (
      part.text
    ) : (
      <ExternalLink key={`${index}${part.href}`} href={part.href}>
        {part.text}
      </ExternalLink>
    ),
  );
}
