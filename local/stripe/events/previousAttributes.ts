type Fields = Record<string, unknown>;

/** The old values of what changed: of an object inside only its changed fields, of a list all of it, as Stripe tells it. */
export function previousAttributes(before: object, after: object): Fields {
  const old = before as Fields;
  const fresh = after as Fields;
  const previous: Fields = {};
  for (const name of new Set([...Object.keys(old), ...Object.keys(fresh)])) {
    const [was, is] = [old[name], fresh[name]];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    previous[name] = isFields(was) && isFields(is) ? previousAttributes(was, is) : (was ?? null);
  }
  return previous;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
