import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { inRoot } from '../world/places.js';

/** A "no" that a function can say, as the source has it: `new Refusal(code, reason, …)`. */
export interface KnownRefusal {
  code: string;
  reason: string;
}

/** What a name means in a file: the node that declares it there, or where it is imported from. */
interface Source {
  declared: Map<string, ts.Node>;
  imported: Map<string, { from: string; name: string }>;
}

const MODEL = inRoot('model/src');
const sources = new Map<string, Source>();

/** Every refusal that the top-level declaration `name` of a file can end in, itself or through what it names. */
export function refusalsOf(file: string, name: string): KnownRefusal[] {
  const found = new Map<string, KnownRefusal>();
  const seen = new Set<string>();
  const follow = (at: string, called: string): void => {
    const key = `${at} ${called}`;
    if (seen.has(key)) return;
    seen.add(key);
    const { declared, imported } = sourceOf(at);
    const node = declared.get(called);
    const way = imported.get(called);
    if (node) visit(at, node);
    else if (way) follow(way.from, way.name);
  };
  const visit = (at: string, node: ts.Node): void => {
    const refusal = refusalIn(node);
    if (refusal) found.set(`${refusal.code} ${refusal.reason}`, refusal);
    if (ts.isIdentifier(node)) follow(at, node.text);
    ts.forEachChild(node, (child) => visit(at, child));
  };
  follow(file, name);
  return [...found.values()].sort((a, b) => a.code.localeCompare(b.code) || a.reason.localeCompare(b.reason));
}

/** The sentence above an export. */
export function docOf(file: string, name: string): string {
  const node = sourceOf(file).declared.get(name);
  const statement = node?.parent.parent;
  const comments = statement ? ts.getJSDocCommentsAndTags(statement) : [];
  return comments
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** A reason that is no literal is one of a table's: shown by its first word, such as `smtp-…`. */
function refusalIn(node: ts.Node): KnownRefusal | undefined {
  if (!ts.isNewExpression(node) || node.expression.getText() !== 'Refusal') return undefined;
  const [code, reason] = node.arguments ?? [];
  if (!code || !reason || !ts.isStringLiteral(code)) return undefined;
  return { code: code.text, reason: ts.isStringLiteral(reason) ? reason.text : 'smtp-…' };
}

function sourceOf(file: string): Source {
  const kept = sources.get(file) ?? readSource(file);
  sources.set(file, kept);
  return kept;
}

function readSource(file: string): Source {
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true);
  const source: Source = { declared: new Map(), imported: new Map() };
  for (const statement of tree.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const each of statement.declarationList.declarations) {
        if (ts.isIdentifier(each.name)) source.declared.set(each.name.text, each);
      }
    } else if (ts.isFunctionDeclaration(statement) && statement.name) {
      source.declared.set(statement.name.text, statement);
    }
  }
  readImports(file, tree, source);
  return source;
}

/** Static imports and exports, and `const { name } = await import('…')` wherever it stands. */
function readImports(file: string, node: ts.Node, source: Source): void {
  const module = moduleOf(node);
  for (const { name, original } of module === undefined ? [] : namesOf(node)) {
    const from = fileOf(file, module ?? '', original);
    if (from !== undefined) source.imported.set(name, { from, name: original });
  }
  ts.forEachChild(node, (child) => readImports(file, child, source));
}

function moduleOf(node: ts.Node): string | undefined {
  const specifier =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : lazyModule(node);
  return specifier && ts.isStringLiteral(specifier) ? specifier.text : undefined;
}

function lazyModule(node: ts.Node): ts.Node | undefined {
  if (!ts.isVariableDeclaration(node) || !node.initializer || !ts.isAwaitExpression(node.initializer)) {
    return undefined;
  }
  const call = node.initializer.expression;
  const isImport = ts.isCallExpression(call) && call.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isImport ? call.arguments[0] : undefined;
}

function namesOf(node: ts.Node): { name: string; original: string }[] {
  const bindings = ts.isImportDeclaration(node)
    ? node.importClause?.namedBindings
    : ts.isExportDeclaration(node)
      ? node.exportClause
      : (node as ts.VariableDeclaration).name;
  const isList =
    bindings &&
    (ts.isNamedImports(bindings) || ts.isNamedExports(bindings) || ts.isObjectBindingPattern(bindings));
  const elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier | ts.BindingElement)[] = isList
    ? bindings.elements
    : [];
  return elements.map(({ name, propertyName }) => ({
    name: name.getText(),
    original: (propertyName ?? name).getText(),
  }));
}

/** Undefined for what comes from npm. */
function fileOf(file: string, module: string, name: string): string | undefined {
  if (module.startsWith('.')) return resolve(file, '..', module.replace(/\.js$/, '.ts'));
  if (!module.startsWith('@leadpulse/model')) return undefined;
  const files = readdirSync(MODEL).filter((each) => each.endsWith('.ts') && !/spec|index/.test(each));
  return files.map((each) => join(MODEL, each)).find((each) => sourceOf(each).declared.has(name));
}
