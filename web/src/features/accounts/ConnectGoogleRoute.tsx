import { useEffect, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { CallRefusal, wordsOf } from '../../lib/call.js';
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
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    let isLeft = false;
    finish(params).then(
      async ({ orgId }) => {
        if (isLeft) return;
        await navigate(`/o/${orgId}/accounts`, { replace: true });
        await notify({ title: 'Gmail is connected', message: 'You can write from it now.' });
      },
      (error: unknown) => {
        if (!isLeft) setProblem(error);
      },
    );
    return () => {
      isLeft = true;
    };
  }, [params, navigate]);
  return (
    <main id="main" tabIndex={-1}>
      <PageTitle parts={['Connecting Gmail']} />
      {problem === null ? (
        <LoadingState label="Connecting Gmail" />
      ) : (
        <ErrorState
          title="Gmail is not connected"
          actions={<WayBack state={params.get('state') ?? ''} problem={problem} />}
        >
          {wordsOf(problem)}
        </ErrorState>
      )}
    </main>
  );
}

/** An account that was connected before goes on at its own card; a new one with the form. */
function WayBack({ state, problem }: { state: string; problem: unknown }) {
  const [orgId = ''] = state.split('.');
  if (orgId === '') return <Link to="/o">Back to LeadPulse</Link>;
  const isKnown = problem instanceof CallRefusal && problem.detail.accountId !== undefined;
  return isKnown ? (
    <Link to={`/o/${orgId}/accounts`}>Back to its card under Accounts</Link>
  ) : (
    <Link to={`/o/${orgId}/accounts?add=gmail`}>Try once more</Link>
  );
}
