import { lazy, useState } from 'react';
import type { ComponentType } from 'react';

/**
 * A component in a file of its own. Once `fetch` has brought it, it shows at once; before that it suspends, as `lazy`
 * always does the first time, even for a file that is here already.
 */
export function part<P extends object>(load: () => Promise<ComponentType<P>>) {
  let loaded: ComponentType<P> | null = null;
  const bring = async (): Promise<ComponentType<P>> => (loaded ??= await load());
  const Later = lazy(async () => ({ default: await bring() }));

  function Part(props: P) {
    const [Shown] = useState(() => loaded ?? Later); // kept: another component in its place would lose what is typed
    return <Shown {...props} />;
  }

  async function fetch(): Promise<void> {
    await bring().catch(() => undefined); // when it is to be shown it is asked for again, and the error is told
  }
  return { Part, fetch };
}
