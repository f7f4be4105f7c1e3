/** Result of DKIM in the eyes of the host that received a mail. */
interface Signed {
  result: string;
  domain: string | null; // whose key signed it
}

/**
 * RFC 8601: whether the host `authservId` found a valid DKIM signature of a domain, or of one below it. Only the topmost
 * header counts: the receiving host puts its own above all that came with the mail, whatever a sender wrote there.
 * A comment in it is no statement.
 */
export function isSignedBy(
  authenticationResults: readonly string[],
  { authservId, domain }: { authservId: string; domain: string },
): boolean {
  const [top] = authenticationResults;
  if (top === undefined) return false;
  const [server = '', ...statements] = withoutComments(top).split(';');
  if (server.trim().split(/\s+/u)[0]?.toLowerCase() !== authservId) return false;
  return statements
    .map(readDkim)
    .some((signed) => signed?.result === 'pass' && signed.domain !== null && isWithin(signed.domain, domain));
}

function readDkim(statement: string): Signed | null {
  const [, result] = /^\s*dkim\s*=\s*([a-z]+)\b/iu.exec(statement) ?? [];
  if (result === undefined) return null;
  const [, byDomain] = /\bheader\.d\s*=\s*"?([^\s;"]+)/iu.exec(statement) ?? [];
  const [, byIdentity] = /\bheader\.i\s*=\s*"?[^\s;"@]*@([^\s;"]+)/iu.exec(statement) ?? [];
  return { result: result.toLowerCase(), domain: (byDomain ?? byIdentity)?.toLowerCase() ?? null };
}

/** Parentheses may nest (RFC 5322, 3.2.2). */
function withoutComments(text: string): string {
  let depth = 0;
  let rest = '';
  for (const character of text) {
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) rest += character;
  }
  return rest;
}

function isWithin(domain: string, parent: string): boolean {
  return domain === parent || domain.endsWith(`.${parent}`);
}
