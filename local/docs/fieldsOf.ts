import { z } from 'zod';

/** One line of a contract's table: the way to the field, and what is allowed there. */
export interface Field {
  path: string;
  allowed: string;
}

interface Schema {
  type?: string | string[];
  const?: string | number | boolean;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  items?: Schema;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
}

/** The fields of a contract's side, nested ones by their path; from zod's own JSON Schema. */
export function fieldsOf(schema: z.ZodType, io: 'input' | 'output'): Field[] {
  const json = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Schema;
  return fieldsIn(json, '');
}

function fieldsIn(schema: Schema, path: string): Field[] {
  const kinds = alternatives(schema).filter(({ properties }) => properties);
  const below = kinds.flatMap((kind) =>
    Object.entries(kind.properties ?? {}).flatMap(([name, inner]) =>
      fieldsIn(inner, (path && `${path}.${name}`) || name),
    ),
  );
  const listed = schema.items?.properties ? fieldsIn(schema.items, `${path}[]`) : [];
  const own = path === '' ? [] : [{ path, allowed: allowedBy(schema) }];
  return merged([...own, ...below, ...listed]);
}

function alternatives(schema: Schema): Schema[] {
  return schema.anyOf ?? schema.oneOf ?? [schema];
}

/** A field that several kinds of an object have stands once, with all that is allowed. */
function merged(fields: Field[]): Field[] {
  const byPath = new Map<string, Set<string>>();
  for (const { path, allowed } of fields) byPath.set(path, (byPath.get(path) ?? new Set()).add(allowed));
  return [...byPath].map(([path, allowed]) => ({ path, allowed: [...allowed].join(' or ') }));
}

function allowedBy(schema: Schema): string {
  return [...new Set(alternatives(schema).map(kindOf))].join(' or ');
}

function kindOf(schema: Schema): string {
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  const { type = 'anything', items } = schema;
  if (type === 'array')
    return `list${items ? ` of ${allowedBy(items)}` : ''}${bounds(schema, 'Items', ' items')}`;
  if (type === 'string') return `text${bounds(schema, 'Length', ' characters')}${pattern(schema)}`;
  if (type === 'integer') return `whole number${bounds(schema, 'imum', '')}`;
  return `${[type].flat().join(' or ').replace('string', 'text')}${bounds(schema, 'imum', '')}`;
}

type Measure = 'Length' | 'Items' | 'imum';

function bounds(schema: Schema, measure: Measure, unit: string): string {
  const least = schema[`min${measure}`];
  const most = schema[`max${measure}`];
  if (most === Number.MAX_SAFE_INTEGER || (most === undefined && least === undefined)) return '';
  if (most === undefined) return `, at least ${String(least)}${unit}`;
  return `, ${least === undefined ? 'at most ' : `${least} to `}${most}${unit}`;
}

function pattern({ format, pattern: text }: Schema): string {
  if (format !== undefined) return ` (${format})`;
  return text !== undefined ? `, as \`${text.replaceAll('|', '\\|')}\`` : '';
}
