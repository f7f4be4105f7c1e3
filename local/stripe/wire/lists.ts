import type Stripe from 'stripe';
import { z } from 'zod';
import { invalid } from './errors.js';
import { whole } from './params.js';

export const pageParams = {
  limit: whole.pipe(z.number().min(1).max(100)).optional(),
  starting_after: z.string().optional(),
  ending_before: z.string().optional(),
};

interface PageParams {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
}

/** One page of objects that come oldest first; Stripe lists the newest first. */
export function pageOf<T extends { id: string }>(
  objects: T[],
  params: PageParams,
  url: string,
): Stripe.ApiList<T> {
  const { limit = 10, starting_after: after, ending_before: before } = params;
  const newestFirst = objects.toReversed();
  const placeOf = (id: string, param: string): number => {
    const place = newestFirst.findIndex((object) => object.id === id);
    if (place < 0) throw invalid(`No such object: '${id}'`, param, 'resource_missing');
    return place;
  };
  if (before !== undefined) {
    const end = placeOf(before, 'ending_before');
    const start = Math.max(0, end - limit);
    return { object: 'list', data: newestFirst.slice(start, end), has_more: start > 0, url };
  }
  const start = after === undefined ? 0 : placeOf(after, 'starting_after') + 1;
  const end = start + limit;
  return { object: 'list', data: newestFirst.slice(start, end), has_more: newestFirst.length > end, url };
}
