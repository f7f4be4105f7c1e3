/** A part of a condition with its place in the text of the rules. */
export interface Node {
  type:
    | 'or'
    | 'and'
    | 'not'
    | 'compare'
    | 'sum'
    | 'ternary'
    | 'call'
    | 'slice'
    | 'member'
    | 'list'
    | 'map'
    | 'path'
    | 'leaf';
  from: number;
  to: number;
  parts: Node[];
  word?: string; // the operator, or the name of what is called
}

/** An `allow`, or a function that allows call. */
export interface Clause {
  where: string; // the path's template, and the methods or the function's name
  template: string;
  methods: string[]; // empty for a function
  name: string; // empty for an allow
  from: number;
  to: number;
  methodsFrom: number;
  condition: Node; // of a function: what it returns
  lets: Node[];
}

export interface Block {
  template: string;
  from: number;
  to: number;
}

export interface Rules {
  clauses: Clause[];
  blocks: Block[];
}

const COMPARISONS = ['==', '!=', '<=', '>=', '<', '>', 'in', 'is'];
const TOKEN = /\s+|\/\/[^\n]*|'(?:[^'\\]|\\.)*'|[A-Za-z_]\w*|\d+|==|!=|<=|>=|&&|\|\||[^\s]/gy;

interface Token {
  text: string;
  from: number;
  to: number;
}

/** Reads the text of security rules as far as mutation needs it. */
export function readRules(text: string): Rules {
  return new Reader(text).read();
}

class Reader {
  private readonly tokens: Token[] = [];
  private at = 0;
  private readonly rules: Rules = { clauses: [], blocks: [] };

  constructor(private readonly text: string) {
    for (const match of text.matchAll(TOKEN)) {
      const [word] = match;
      if (/^\s|^\/\//.test(word)) continue;
      this.tokens.push({ text: word, from: match.index, to: match.index + word.length });
    }
  }

  read(): Rules {
    while (this.peek() !== 'match') this.at += 1;
    this.match('');
    return this.rules;
  }

  private peek(ahead = 0): string {
    return this.tokens[this.at + ahead]?.text ?? '';
  }

  private next(expected?: string): Token {
    const token = this.tokens[this.at];
    if (!token || (expected !== undefined && token.text !== expected)) {
      throw new Error(
        `${expected ?? 'more'} expected at ${token?.from ?? 'the end'}, not ${token?.text ?? ''}`,
      );
    }
    this.at += 1;
    return token;
  }

  private match(above: string): void {
    const { from } = this.next('match');
    let path = '';
    while (this.peek() !== '{' || this.tokens[this.at - 1]!.text === '/') {
      path += this.next().text;
      if (path.endsWith('{')) while (!path.endsWith('}')) path += this.next().text;
    }
    const template = above + path;
    this.next('{');
    while (this.peek() !== '}') this.member(template);
    const { to } = this.next('}');
    this.rules.blocks.push({ template, from, to });
  }

  private member(template: string): void {
    if (this.peek() === 'match') this.match(template);
    else if (this.peek() === 'function') this.function(template);
    else this.allow(template);
  }

  private allow(template: string): void {
    const { from } = this.next('allow');
    const methodsFrom = this.tokens[this.at]!.from;
    const methods = [this.next().text];
    while (this.peek() === ',') methods.push((this.next(), this.next().text));
    this.next(':');
    this.next('if');
    const condition = this.expression();
    const { to } = this.next(';');
    const where = `${template} ${methods.join(', ')}`;
    this.rules.clauses.push({
      where,
      template,
      methods,
      name: '',
      from,
      to,
      methodsFrom,
      condition,
      lets: [],
    });
  }

  private function(template: string): void {
    const { from } = this.next('function');
    const name = this.next().text;
    while (this.next().text !== '{');
    const lets: Node[] = [];
    while (this.peek() === 'let') {
      this.at += 3;
      lets.push(this.expression());
      this.next(';');
    }
    this.next('return');
    const condition = this.expression();
    this.next(';');
    const { to } = this.next('}');
    this.rules.clauses.push({
      where: `${name}()`,
      template,
      methods: [],
      name,
      from,
      to,
      methodsFrom: from,
      condition,
      lets,
    });
  }

  private expression(): Node {
    const condition = this.chain('or', '||', () => this.chain('and', '&&', () => this.comparison()));
    if (this.peek() !== '?') return condition;
    this.next();
    const yes = this.expression();
    this.next(':');
    const no = this.expression();
    return node('ternary', [condition, yes, no]);
  }

  private chain(type: 'or' | 'and', operator: string, part: () => Node): Node {
    const parts = [part()];
    while (this.peek() === operator) parts.push((this.next(), part()));
    return parts.length === 1 ? parts[0]! : node(type, parts);
  }

  private comparison(): Node {
    let left = this.sum();
    while (COMPARISONS.includes(this.peek())) {
      const word = this.next().text;
      left = { ...node('compare', [left, this.sum()]), word };
    }
    return left;
  }

  private sum(): Node {
    let left = this.unary();
    while (this.peek() === '+' || this.peek() === '-') {
      this.next();
      left = node('sum', [left, this.unary()]);
    }
    return left;
  }

  private unary(): Node {
    if (this.peek() !== '!') return this.postfix(this.primary());
    const { from } = this.next();
    const inner = this.unary();
    return { type: 'not', from, to: inner.to, parts: [inner] };
  }

  private postfix(start: Node): Node {
    let made = start;
    for (;;) {
      if (this.peek() === '.') {
        this.next();
        const { text: word, to } = this.next();
        made = { type: 'member', from: made.from, to, parts: [made], word };
      } else if (this.peek() === '(') {
        const args = this.listed('(', ')');
        made = {
          type: 'call',
          from: made.from,
          to: args.to,
          parts: [made, ...args.parts],
          word: made.word ?? this.text.slice(made.from, made.to),
        };
      } else if (this.peek() === '[') made = this.slice(made);
      else return made;
    }
  }

  private slice(of: Node): Node {
    this.next('[');
    const parts = [of, this.expression()];
    if (this.peek() === ':') parts.push((this.next(), this.expression()));
    return { type: 'slice', from: of.from, to: this.next(']').to, parts };
  }

  private primary(): Node {
    if (this.peek() === '(') {
      const { from } = this.next();
      const inner = this.expression();
      return { ...inner, from, to: this.next(')').to };
    }
    if (this.peek() === '[') return this.listed('[', ']');
    if (this.peek() === '{') return this.skipped('map', '{', '}');
    if (this.peek() === '/') return this.path();
    const { from, to } = this.next();
    return { type: 'leaf', from, to, parts: [] };
  }

  private listed(open: string, close: string): Node {
    const { from } = this.next(open);
    const parts: Node[] = [];
    while (this.peek() !== close) {
      parts.push(this.expression());
      if (this.peek() === ',') this.next();
    }
    return { type: 'list', from, to: this.next(close).to, parts };
  }

  private skipped(type: 'map', open: string, close: string): Node {
    const { from } = this.next(open);
    while (this.peek() !== close) this.next();
    return { type, from, to: this.next(close).to, parts: [] };
  }

  private path(): Node {
    const { from } = this.tokens[this.at]!;
    let to = from;
    while (this.peek() === '/') {
      this.next();
      if (this.peek() !== '$') to = this.next().to;
      else {
        this.next();
        to = this.listed('(', ')').to;
      }
    }
    return { type: 'path', from, to, parts: [] };
  }
}

function node(type: Node['type'], parts: Node[]): Node {
  return { type, from: parts[0]!.from, to: parts.at(-1)!.to, parts };
}
