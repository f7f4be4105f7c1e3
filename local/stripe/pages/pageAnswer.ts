/** What a page's address answers: a page, or the way on. */
export type PageAnswer =
  | { status: number; html: string; leadsTo?: string } // an origin that its forms may lead to
  | { to: string };
