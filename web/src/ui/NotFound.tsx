import { Link } from 'react-router';
import { PageTitle } from './PageTitle.js';
import { EmptyState } from './states.js';

export function NotFound() {
  return (
    <>
      <PageTitle parts={['Not found']} />
      <EmptyState isPage title="There is no such page" actions={<Link to="/">Go to the start</Link>}>
        The address may be mistyped, or what it led to was removed.
      </EmptyState>
    </>
  );
}
