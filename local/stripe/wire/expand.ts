import { invalid } from './errors.js';

type Fields = Record<string, unknown>;

/** Puts objects in place of the ids at these paths, such as `data.latest_invoice`; the given object stays as it is. */
export function expand(object: object, paths: string[], find: (id: string) => object | undefined): object {
  return paths.reduce<unknown>(
    (grown, path) => expandAt(grown, path.split('.'), path, find),
    object,
  ) as object;
}

function expandAt(
  value: unknown,
  [name, ...rest]: string[],
  path: string,
  find: (id: string) => object | undefined,
): unknown {
  if (name === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((each) => expandAt(each, [name, ...rest], path, find));
  const fields = value as Fields;
  if (typeof value !== 'object' || !(name in fields)) throw notExpandable(path);
  const inner = fields[name];
  const found = typeof inner === 'string' ? find(inner) : inner;
  if (found === undefined) throw notExpandable(path);
  return { ...fields, [name]: expandAt(found, rest, path, find) };
}

function notExpandable(path: string): Error {
  return invalid(`This property cannot be expanded (${path}).`, 'expand');
}
