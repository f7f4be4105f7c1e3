import { ROLES } from '@leadpulse/model';
import type { Block, Clause, Node, Rules } from './rulesSyntax.js';
import { readRules } from './rulesSyntax.js';

export interface Edit {
  from: number;
  to: number;
  text: string;
}

/** The rules with one thing weakened, or at least changed. */
export interface Mutant {
  id: string; // where, what was done and to what: stable while that place stays as it is
  how: string;
  edit: Edit;
  /** What the edit can reach: `template:method`. */
  scope: ReadonlySet<string>;
  /** The words that tell which requests are likely to notice. */
  words: ReadonlySet<string>;
}

type Change = Edit & { how: string; what?: string };

const METHODS = ['get', 'list', 'create', 'update', 'delete'];
/** Fields that functions alone write, by the document: a list of keys is widened by them. */
const FUNCTION_FIELDS: readonly [template: RegExp, fields: string[]][] = [
  [/\/messages\/\{message\}$/, ['purpose', 'decision']],
  [/\/notes\/\{note\}$/, ['more']],
  [/\/contacts\/\{contact\}$/, ['name', 'optOut', 'optOutQuestion']],
  [/\/members\/\{uid\}$/, ['role', 'isClosed']],
  [/\/orgs\/\{org\}$/, ['access', 'monthlyUse', 'deletion']],
  [/\/users\/\{uid\}$/, ['orgs', 'email']],
];
/** The methods that may slip in beside one: the rest would never hold with what is written or not. */
const NEAR: Record<string, string[]> = {
  get: ['list'],
  list: ['get'],
  create: ['update', 'delete'],
  update: ['create', 'delete'],
};

/** Every mutant of the rules, in the order of the text. */
export function mutantsOf(text: string): Mutant[] {
  const rules = readRules(text);
  const reach = reachOf(rules, text);
  const counts = new Map<string, number>();
  const name = (where: string, { how, from, to, text: put, what }: Change): string => {
    const id = `${where} | ${how} | ${what ?? `${plain(text.slice(from, to))} -> ${plain(put)}`}`;
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : `${id} (${count})`;
  };
  const ofClauses = rules.clauses.flatMap((clause) =>
    changesOf(clause, text).map((change) => ({
      id: name(clause.where, change),
      how: change.how,
      edit: { from: change.from, to: change.to, text: change.text },
      scope: scopeOf(clause, change, reach),
      words: wordsAround(text, clause, change),
    })),
  );
  return [
    ...ofClauses,
    ...rules.blocks.filter(({ template }) => template.includes('documents/')).map((block) => removal(block)),
  ];
}

function plain(text: string): string {
  const line = text
    .replace(/\/\/[^\n]*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > 160 ? `${line.slice(0, 100)} … ${line.slice(-40)}` : line;
}

function removal(block: Block): Mutant {
  const scope = new Set(METHODS.map((method) => `${block.template}:${method}`).concat(`${block.template}/*`));
  const edit = { from: block.from, to: block.to, text: '' };
  return { id: `${block.template} | remove a match`, how: 'remove a match', edit, scope, words: new Set() };
}

/** Which methods of which paths each function decides on, by the function's name. */
function reachOf({ clauses }: Rules, text: string): Map<string, Set<string>> {
  const functions = clauses.filter(({ name }) => name !== '');
  const callsOf = ({ from, to }: Clause): string[] => {
    const body = text.slice(text.indexOf('{', from) < to ? from : from, to);
    return functions.map(({ name }) => name).filter((name) => new RegExp(`\\b${name}\\(`).test(body));
  };
  const calls = new Map(functions.map((clause) => [clause.name, callsOf(clause)]));
  const reach = new Map<string, Set<string>>(functions.map(({ name }) => [name, new Set()]));
  for (const allow of clauses.filter(({ name }) => name === '')) {
    const seen = new Set<string>();
    const waiting = callsOf(allow);
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (seen.has(name)) continue;
      seen.add(name);
      waiting.push(...(calls.get(name) ?? []));
    }
    for (const name of seen)
      for (const method of allow.methods) reach.get(name)!.add(`${allow.template}:${method}`);
  }
  return reach;
}

function scopeOf(clause: Clause, change: Change, reach: Map<string, Set<string>>): Set<string> {
  if (clause.name !== '') return reach.get(clause.name)!;
  const added =
    change.how === 'widen the methods' ? METHODS.filter((method) => change.text.includes(method)) : [];
  return new Set([...clause.methods, ...added].map((method) => `${clause.template}:${method}`));
}

/** The words of the lines that an edit touches; in a function that only helps, those of its callers' lines. */
function wordsAround(text: string, { name }: Clause, { from, to, text: put }: Change): Set<string> {
  const begin = text.lastIndexOf('\n', from);
  const end = text.indexOf('\n', to);
  const callers = name === '' ? [] : text.split('\n').filter((line) => line.includes(`${name}(`));
  return new Set([text.slice(begin, end), put, ...callers].join(' ').match(/[A-Za-z]\w+/g) ?? []);
}

function changesOf(clause: Clause, text: string): Change[] {
  const whole = clause.condition;
  const isYesOrNo = clause.name === '' || /^(is|has|sees|are|describes|may)/.test(clause.name);
  return [
    ...(clause.name === '' ? methodChanges(clause, text) : []),
    ...(isYesOrNo && text.slice(whole.from, whole.to) !== 'false' ? [put(whole, 'true', 'force true')] : []),
    ...[whole, ...clause.lets].flatMap((part) =>
      walk(part, { text, template: clause.template }, isYesOrNo && part === whole),
    ),
  ];
}

function put({ from, to }: { from: number; to: number }, text: string, how: string): Change {
  return { from, to, text, how };
}

/** `allow get` also for lists, a `false` also true, one method at a time. */
function methodChanges(clause: Clause, text: string): Change[] {
  const { methods, methodsFrom, condition, from, to } = clause;
  if (text.slice(condition.from, condition.to) === 'false') {
    const open = (method: string): string => {
      const others = methods.filter((other) => other !== method);
      return `allow ${method}: if true;${others.length > 0 ? ` allow ${others.join(', ')}: if false;` : ''}`;
    };
    return methods.map((method) => put({ from, to }, open(method), 'force true'));
  }
  const end = text.indexOf(':', methodsFrom);
  return METHODS.filter((method) => !methods.includes(method) && NEAR[methods[0]!]?.includes(method)).map(
    (method) => put({ from: methodsFrom, to: end }, [...methods, method].join(', '), 'widen the methods'),
  );
}

interface Place {
  text: string;
  template: string;
}

// In a long chain, dropping a part says more than negating it, and every mutant costs a load of the rules.
const LONG_CHAIN = 4;

function walk(node: Node, place: Place, isCondition: boolean): Change[] {
  const own = changesAt(node, place, isCondition);
  const inner = node.parts.flatMap((part, at) => walk(part, place, isConditionPart(node, at, isCondition)));
  return [...own, ...inner];
}

function isConditionPart({ type, parts }: Node, at: number, isCondition: boolean): boolean {
  if (type === 'and' || type === 'or') return parts.length < LONG_CHAIN;
  if (type === 'not') return true;
  return type === 'ternary' && (at === 0 || isCondition);
}

function changesAt(node: Node, place: Place, isCondition: boolean): Change[] {
  const { text } = place;
  const source = text.slice(node.from, node.to);
  const negation = isCondition && !['and', 'or', 'not'].includes(node.type) && !/^(true|false)$/.test(source);
  return [
    ...(negation ? [put(node, `!(${source})`, 'negate')] : []),
    ...(CHANGES[node.type]?.(node, place) ?? []),
  ];
}

const CHANGES: Partial<Record<Node['type'], (node: Node, place: Place) => Change[]>> = {
  and: chainChanges,
  or: chainChanges,
  not: ({ from, to, parts }, { text }) => [
    put({ from, to }, text.slice(parts[0]!.from, parts[0]!.to), 'negate'),
  ],
  compare: compareChanges,
  ternary: ternaryChanges,
  call: callChanges,
  path: pathChanges,
  member: dataChanges,
  leaf: leafChanges,
};

function chainChanges(node: Node, { text }: Place): Change[] {
  const sources = node.parts.map(({ from, to }) => text.slice(from, to));
  const open = text.startsWith('(', node.from) && node.from < node.parts[0]!.from ? '(' : '';
  const [own, other] = node.type === 'and' ? [' && ', ' || '] : [' || ', ' && '];
  const wrapped = (parts: string): string => (open ? `(${parts})` : parts);
  const drops = sources.map((dropped, gone) => ({
    ...put(
      node,
      wrapped(sources.filter((_, at) => at !== gone).join(own)),
      node.type === 'and' ? 'drop a conjunct' : 'drop an alternative',
    ),
    what: plain(dropped),
  }));
  const swaps = sources.slice(1).map((_, at) => {
    const [left, right] = [sources.slice(0, at + 1).join(own), sources.slice(at + 1).join(own)];
    return {
      ...put(node, `((${left})${other}(${right}))`, 'swap and/or'),
      what: `${plain(sources[at]!)}${other}…`,
    };
  });
  return [...drops, ...swaps];
}

const SHIFTED: Record<string, string> = {
  '<=': '<',
  '<': '<=',
  '>=': '>',
  '>': '>=',
  '==': '!=',
  '!=': '==',
};

function compareChanges(node: Node, { text, template }: Place): Change[] {
  const [left, right] = node.parts as [Node, Node];
  const sources = [left, right].map(({ from, to }) => text.slice(from, to)) as [string, string];
  const shifted = SHIFTED[node.word!];
  const changes =
    shifted === undefined || (shifted.length === 2 && '=!'.includes(shifted[0]!))
      ? []
      : [put(node, `${sources[0]} ${shifted} ${sources[1]}`, 'shift a limit')];
  if (sources[1] === 'request.time') changes.push(...clockChanges(node, sources[0], right));
  if (node.word === '==' && sources[1].startsWith("'")) {
    changes.push(put(right, "'other'", 'swap a word'));
  }
  if (node.word === 'in') changes.push(...listChanges(right, text, template));
  return changes;
}

function clockChanges(node: Node, left: string, clock: Node): Change[] {
  if (node.word === '==') return [put(node, `${left} is timestamp`, 'believe the client’s clock')];
  return node.word === '>' ? [put(clock, "request.time - duration.value(1, 'd')", 'grant a day')] : [];
}

function ternaryChanges(node: Node, { text }: Place): Change[] {
  const [condition, yes, no] = node.parts.map(({ from, to }) => text.slice(from, to)) as [
    string,
    string,
    string,
  ];
  return [put(node, `(${condition} ? ${no} : ${yes})`, 'swap the branches')];
}

/** Lists of roles by each role, lists of keys by a key more and each key less. */
function listChanges(node: Node, text: string, template: string, isOfKeys = false): Change[] {
  const items = node.parts.map(({ from, to }) => text.slice(from, to));
  if (items.length === 0 || !text.startsWith('[', node.from) || !items.every((item) => item.startsWith("'")))
    return [];
  const words = items.map((item) => item.slice(1, -1));
  const isRoles = words.every((word) => (ROLES as readonly string[]).includes(word));
  const fields = FUNCTION_FIELDS.find(([path]) => path.test(template))?.[1] ?? ['more'];
  const more = (isRoles ? ROLES : isOfKeys ? fields : ['x']).filter((word) => !words.includes(word));
  const grown = more.map((word) =>
    put(node, `[${[...items, `'${word}'`].join(', ')}]`, isRoles ? 'swap a role' : 'widen the keys'),
  );
  const shrunk = items.map((_, gone) =>
    put(
      node,
      `[${items.filter((__, at) => at !== gone).join(', ')}]`,
      isRoles ? 'swap a role' : 'narrow the keys',
    ),
  );
  return [...grown, ...shrunk];
}

function callChanges(node: Node, { text, template }: Place): Change[] {
  const lists = node.parts.slice(1).filter(({ type }) => type === 'list');
  return [
    ...lists.flatMap((list) => listChanges(list, text, template, true)),
    ...lookChanges(node, text),
    ...fieldChanges(node, text),
  ];
}

/** `data.get('field', otherwise)` of a field that is never there. */
function fieldChanges({ word, parts }: Node, text: string): Change[] {
  const [, name] = parts;
  if (word !== 'get' || !name || !text.startsWith("'", name.from)) return [];
  return [put(name, "'other'", 'read another field')];
}

function lookChanges(node: Node, text: string): Change[] {
  const source = text.slice(node.from, node.to);
  if (node.word === 'existsAfter' || node.word === 'getAfter') {
    return [put(node, source.replace('After(', '('), 'look before the batch')];
  }
  const swapped = source.replace(/\bbefore\b/, 'after');
  return node.word?.startsWith('is') && swapped !== source
    ? [put(node, swapped, 'compare with request data')]
    : [];
}

/** Another tenant, person or contact than the path's. */
function pathChanges(node: Node, { text }: Place): Change[] {
  const source = text.slice(node.from, node.to);
  const others: Record<string, string> = {
    '$(org)': 'alpha',
    '$(contact)': 'cold',
    '$(request.auth.uid)': 'owner',
    '$(uid)': 'agent',
    '$(id)': REQUESTED,
  };
  return Object.entries(others)
    .filter(([part]) => source.includes(part))
    .map(([part, fixed]) => put(node, source.replace(part, fixed), 'a fixed path'));
}

const REQUESTED = 'requested00000000000';

/** What is stored in place of what is written, and the other way round. */
function dataChanges(node: Node, { text }: Place): Change[] {
  const source = text.slice(node.from, node.to);
  if (source === 'request.resource') return [put(node, 'resource', 'compare with stored data')];
  if (source === 'resource.data') return [put(node, 'request.resource.data', 'compare with request data')];
  return [];
}

function leafChanges(node: Node, { text }: Place): Change[] {
  const source = text.slice(node.from, node.to);
  if (/^\d+$/.test(source)) {
    const value = Number(source);
    return [value + 1, value - 1].filter((n) => n >= 0).map((n) => put(node, String(n), 'shift a limit'));
  }
  if (!/^'.*\{\d+,\d+\}/.test(source)) return [];
  return [...source.matchAll(/\{(\d+),(\d+)\}/g)].flatMap(({ 0: range, 1: least, 2: most, index }) => {
    const around = (text2: string): string =>
      source.slice(0, index) + text2 + source.slice(index + range.length);
    const longer = put(node, around(`{${least!},${Number(most) + 1}}`), 'shift a limit');
    const shorter = put(node, around(`{${Number(least) === 0 ? 1 : 0},${most!}}`), 'shift a limit');
    return [longer, shorter];
  });
}
