import { useCallback, useState } from 'react';
import styles from './Attachments.module.css';
import { saveBlob } from './readAttachment.js';

const WIDEST = 320;

/** Drawn from its bytes: the page's policy lets no picture in by an address, so none can leak by one either (015). */
export function Picture({ blob, name }: { blob: Blob; name: string }) {
  const [isBroken, setBroken] = useState(false);
  const draw = useCallback(
    (canvas: HTMLCanvasElement | null) => {
      if (canvas) drawOn(canvas, blob).catch(() => setBroken(true));
    },
    [blob],
  );
  return (
    <figure className={styles.picture}>
      {isBroken ? (
        <p className={styles.problem}>This picture cannot be shown here. Save it to look at it.</p>
      ) : (
        <canvas ref={draw} role="img" aria-label={`Picture ${name}`} />
      )}
      <button type="button" className={styles.ask} onClick={() => saveBlob(blob, name)}>
        Save {name}
      </button>
    </figure>
  );
}

async function drawOn(canvas: HTMLCanvasElement, blob: Blob): Promise<void> {
  const picture = await createImageBitmap(blob);
  const scale = Math.min(1, WIDEST / picture.width);
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
}
