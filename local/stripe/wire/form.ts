type Fields = { [name: string]: unknown };

/** Reads Stripe's form encoding: `a[b][0][c]=d` is a nested object, names that count from 0 are a list. */
export function decodeForm(text: string): Fields {
  const root: Fields = empty();
  for (const [key, value] of new URLSearchParams(text)) place(root, pathOf(key), value);
  return listsIn(root) as Fields;
}

function pathOf(key: string): string[] {
  const first = key.split('[')[0] ?? '';
  const rest = [...key.slice(first.length).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
  return [first, ...rest];
}

function place(root: Fields, path: string[], value: string): void {
  let fields = root;
  for (const [at, given] of path.entries()) {
    const name = given === '' && at > 0 ? String(Object.keys(fields).length) : given; // `a[]=` appends
    if (at === path.length - 1) {
      fields[name] = value;
      return;
    }
    const inner = fields[name];
    const next = isFields(inner) ? inner : empty();
    fields[name] = next;
    fields = next;
  }
}

function listsIn(value: unknown): unknown {
  if (!isFields(value)) return value;
  const names = Object.keys(value);
  const inner = names.map((name) => listsIn(value[name]));
  const isList = names.length > 0 && names.every((name, at) => name === String(at));
  return isList ? inner : Object.fromEntries(names.map((name, at) => [name, inner[at]]));
}

function empty(): Fields {
  return Object.create(null) as Fields; // a parameter may be called anything, `__proto__` too
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
