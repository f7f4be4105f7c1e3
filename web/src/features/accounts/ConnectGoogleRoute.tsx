import { useEffect, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { wordsOf } from '../../lib/call.js';
import { notify } from '../../ui/notify.js';
import { PageTitle } from '../../ui/PageTitle.js';
import { ErrorState, LoadingState } from '../../ui/states.js';
import { finishGoogle } from './googleCalls.js';

type Finished = Awaited<ReturnType<typeof finishGoogle>>;

/** What Google sent along is good for one use, however often this screen is drawn. */
const running = new Map<string, Promise<Finished>>();

function finish(params: URLSearchParams): Promise<Finished> {
  const state = params.get('state') ?? '';
  const known = running.get(state);
  if (known) return known;
  const begun = finishGoogle({ state, code: params.get('code'), error: params.get('error') });
  running.set(state, begun);
  return begun;
}

/** `/connect/google`: a person is back from Google's page. */
export function ConnectGoogleRoute() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isLeft = false;
    finish(params).then(
      async ({ orgId }) => {
        if (isLeft) return;
        await navigate(`/o/${orgId}/accounts`, { replace: true });
        await notify({ title: 'Gmail is connected', message: 'You can write from it now.' });
      },
      (error: unknown) => {
        if (!isLeft) setProblem(wordsOf(error));
      },
    );
    return () => {
      isLeft = true;
    };
  }, [params, navigate]);
  const [orgId = ''] = (params.get('state') ?? '').split('.');
  return (
    <main id="main" tabIndex={-1}>
      <PageTitle parts={['Connecting Gmail']} />
      {problem === null ? (
        <LoadingState label="Connecting Gmail" />
      ) : (
        <ErrorState
          title="Gmail is not connected"
          actions={<Link to={orgId === '' ? '/o' : `/o/${orgId}/accounts?add=gmail`}>Try once more</Link>}
        >
          {problem}
        </ErrorState>
      )}
    </main>
  );
}
