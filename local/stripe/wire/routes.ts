import type { Account } from '../account.js';

interface Call {
  /** The ids in the path, in their order; '' where there is none. */
  id: string;
  subId: string;
  params: unknown;
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  path: string; // with `:id` for an id
  answer: (account: Account, call: Call) => object;
}

export interface Match {
  route: Route;
  id: string;
  subId: string;
}

/** The route a request is for; a fixed word in the path goes before an id. */
export function matchRoute(routes: readonly Route[], method: string, path: string): Match | undefined {
  const given = path.split('/');
  const fits = routes.flatMap((route) => {
    const wanted = route.path.split('/');
    if (route.method !== method || wanted.length !== given.length) return [];
    if (!wanted.every((part, at) => part.startsWith(':') || part === given[at])) return [];
    const [id = '', subId = ''] = given
      .filter((_, at) => wanted[at]?.startsWith(':'))
      .map(decodeURIComponent);
    return [{ route, id, subId }];
  });
  return fits.sort((a, b) => a.route.path.split(':').length - b.route.path.split(':').length)[0];
}
