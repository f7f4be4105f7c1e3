import styles from './AsSent.module.css';

/**
 * A mail in a frame without rights. A frame of words inherits the policy of the page around it, and ours lets no mail look
 * like itself; so it stands inside an empty page of ours whose policy allows styles, and nothing that runs (022).
 */
export function MailFrame({ html, subject }: { html: string; subject: string }) {
  return (
    <iframe
      src="/mail-frame.html"
      key={html}
      title={`As it was sent: ${subject}`}
      className={styles.frame}
      onLoad={({ currentTarget }) => fill(currentTarget, html)}
    />
  );
}

function fill(frame: HTMLIFrameElement, html: string): void {
  const page = frame.contentDocument;
  if (!page) return;
  const mail = page.createElement('iframe');
  mail.setAttribute('sandbox', ''); // before its words: no script, no form, no window, no origin of ours
  mail.title = 'The mail';
  mail.srcdoc = html;
  page.body.replaceChildren(mail);
}
