import type { PythonToken } from './ruff.ts';

const ENDS_LINE = 'Newline';
const IGNORED = new Set(['NonLogicalNewline', 'Comment']);

/** A token, and whether it is in the body of a function or a class. */
interface PlacedToken {
  token: PythonToken;
  isInner: boolean;
}

/** The simple statements at the top level of a source that are always run: each as its words. */
export function statementsOf(tokens: readonly PythonToken[]): PythonToken[][] {
  return linesOf(tokens)
    .filter(({ depth, tokens: line }) => depth === 0 && !line.some(({ kind }) => kind === 'Colon'))
    .flatMap(({ tokens: line }) => splitAt(line, 'Semi'));
}

/** All simple statements of a source at any depth, each as its tokens. */
export function everyStatementOf(tokens: readonly PythonToken[]): PythonToken[][] {
  return linesOf(tokens)
    .flatMap(({ tokens: line }) => splitAt(line, 'Colon'))
    .flatMap((part) => splitAt(part, 'Semi'));
}

/** Every token, with whether it is in the body of a function or a class; a body on the same line counts as outside. */
export function blocksOf(tokens: readonly PythonToken[]): PlacedToken[] {
  const placed: PlacedToken[] = [];
  const within: boolean[] = [];
  let opensScope = false;
  for (const { depth, tokens: line } of linesOf(tokens)) {
    if (depth > within.length) within.push(opensScope);
    within.length = depth;
    const isInner = within.includes(true);
    placed.push(...line.map((token) => ({ token, isInner })));
    opensScope = line.slice(0, 2).some(({ kind }) => kind === 'Def' || kind === 'Class');
  }
  return placed;
}

/** The logical lines of a source, each with how deep it is indented. */
function linesOf(tokens: readonly PythonToken[]): { depth: number; tokens: PythonToken[] }[] {
  const lines: { depth: number; tokens: PythonToken[] }[] = [];
  let depth = 0;
  let line: PythonToken[] = [];
  for (const token of tokens) {
    if (token.kind === 'Indent') depth += 1;
    else if (token.kind === 'Dedent') depth -= 1;
    else if (token.kind === ENDS_LINE) {
      lines.push({ depth, tokens: line });
      line = [];
    } else if (!IGNORED.has(token.kind)) line.push(token);
  }
  return line.length === 0 ? lines : [...lines, { depth, tokens: line }];
}

/** The words between those of a kind: one list more than there are of them. */
export function splitAt(tokens: readonly PythonToken[], separator: string): PythonToken[][] {
  return tokens.reduce<PythonToken[][]>(
    (parts, token) =>
      token.kind === separator ? [...parts, []] : [...parts.slice(0, -1), [...(parts.at(-1) ?? []), token]],
    [[]],
  );
}
