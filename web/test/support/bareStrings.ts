import ts from 'typescript';

/** Attributes that people read or hear, and properties in which objects hold such words. */
const WORDS_FOR_PEOPLE = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'heading',
  'hint',
  'label',
  'placeholder',
  'submitLabel',
  'summary',
  'title',
  'unit',
]);

/** A word of any language; everything else is punctuation, numbers and symbols. */
const WORD = /\p{L}{2,}/u;

/** Looks like a sentence: a capital, then words; or words, then a full stop. */
// eslint-disable-next-line regexp/no-super-linear-move -- it reads our own sources
const SENTENCE = /^\p{Lu}[\p{L}’'-]* [\p{L}\d’'(]|\p{L}{2,} .*\p{L}{2}[.?!…]$/u;

/** Names that are the same in every language, and symbols that only look like words. */
const SAME_EVERYWHERE = new Set([
  'Colloquy',
  'GET',
  'POST',
  'JSON',
  'YAML',
  'CSV',
  'AutoGen',
  'Temporal',
  'Unexpected Server Error',
  'API',
  'MCP',
]);

/** A name in the form that programs use: `gpt-4o-mini`, `text/plain`. */
const CODE = /^[\w@]+(?:[-./:][\w@]+)+$|^[a-z]+(?:_[a-z]+)+$/;

/** Database statements. */
const SQL = /^(SELECT|CASE WHEN|UNION|INSERT|UPDATE|DELETE|WITH|JOIN|LEFT JOIN) /;

/** Calls whose words reach a developer or a log, never a page. */
const NOT_SHOWN = /^(describe|test|expect|console\.\w+|.*\blogger\.\w+|.*\blog\.\w+|.*\bdescribe)$/;

export type BareString = { line: number; text: string };

/**
 * The words for people that are in a source file instead of a catalogue: text and attributes of JSX, properties with
 * words for people, and, anywhere, text that looks like a sentence. Thrown errors and log messages are for
 * developers.
 */
export function bareStrings(fileName: string, source: string): BareString[] {
  const kind = fileName.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, kind);
  const found: BareString[] = [];
  const visit = (node: ts.Node) => {
    if (isForDevelopers(node, file)) return;
    const text = textOf(node);
    if (text !== null && isForPeople(node, text)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      found.push({ line: line + 1, text: text.trim().replace(/\s+/g, ' ') });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isForDevelopers(node: ts.Node, file: ts.SourceFile): boolean {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return true;
  if (ts.isNewExpression(node)) return /(Error|RegExp)$/.test(node.expression.getText(file));
  return ts.isCallExpression(node) && NOT_SHOWN.test(node.expression.getText(file));
}

function textOf(node: ts.Node): string | null {
  if (ts.isJsxText(node)) return node.text;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('…');
  }
  return null;
}

function isForPeople(node: ts.Node, text: string): boolean {
  const words = text.trim();
  if (
    !WORD.test(words.replaceAll('Colloquy', '')) ||
    SAME_EVERYWHERE.has(words) ||
    CODE.test(words) ||
    SQL.test(words)
  )
    return false;
  if (ts.isJsxText(node)) return true;
  const place = placeOf(node);
  if (place.kind === 'child') return true;
  if (place.kind === 'named' && WORDS_FOR_PEOPLE.has(place.name)) return true;
  if (place.kind === 'named' && /^(class|className|d)$|ClassName$/.test(place.name)) return false;
  if (place.kind === 'key') return false;
  return SENTENCE.test(words);
}

type Place = { kind: 'child' | 'key' | 'elsewhere' } | { kind: 'named'; name: string };

/** Where a string is used, as far as its file shows: the expression that displays it, or a name. */
function placeOf(node: ts.Node): Place {
  let child = node;
  for (let parent = node.parent; ; child = parent, parent = parent.parent) {
    if (parent === undefined || ts.isSourceFile(parent)) return { kind: 'elsewhere' };
    if (passesItOn(parent, child)) continue;
    if (ts.isJsxExpression(parent)) {
      if (ts.isJsxAttribute(parent.parent)) continue;
      return { kind: 'child' };
    }
    if (ts.isJsxAttribute(parent)) return { kind: 'named', name: parent.name.getText() };
    if (ts.isPropertyAssignment(parent)) {
      return parent.initializer === child ? { kind: 'named', name: nameOf(parent.name) } : { kind: 'key' };
    }
    return { kind: 'elsewhere' };
  }
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) ? name.text : '';
}

/** Whether an expression's value can be that of its part. */
function passesItOn(parent: ts.Node, child: ts.Node): boolean {
  if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent))
    return true;
  if (ts.isConditionalExpression(parent)) return parent.condition !== child;
  if (!ts.isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  if (kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken) return true;
  return kind === ts.SyntaxKind.AmpersandAmpersandToken && parent.right === child;
}
