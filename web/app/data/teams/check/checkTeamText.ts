import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { teamConfigSchema } from '../../../../../workflows/contracts/team.ts';
import { measureJsonText } from '../../../../../workflows/domain/outsideJson.ts';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { fault, type FaultKey } from '../../../languages/fault.ts';
import { issuesOf, type TeamIssue, type TeamPath } from './issuesOf.ts';
import { SENT_JSON } from './sentJson.ts';

/** An issue and its place in the text, as offsets; lines count from 1. */
export interface PlacedIssue extends TeamIssue {
  from: number;
  to: number;
  line: number;
}

/**
 * The result of reading a text as a team: a team; JSON (`value`) that is not a valid team; or, if it is not even
 * JSON, only issues.
 */
export type TeamCheck =
  | { ok: true; config: TeamConfig; value: unknown }
  | { ok: false; isJson: true; value: unknown; issues: PlacedIssue[] }
  | { ok: false; isJson: false; issues: PlacedIssue[] };

/**
 * Checks an editor's text. The same function runs in the browser while somebody types, and on the server when the
 * team is saved.
 */
export function checkTeamText(text: string): TeamCheck {
  const tree = treeOf(text);
  if (!tree.ok) return { ok: false, isJson: false, issues: [tree.issue] };
  const value: unknown = getNodeValue(tree.root);
  const parsed = teamConfigSchema.safeParse(value);
  if (parsed.success) return { ok: true, config: parsed.data, value };
  return { ok: false, isJson: true, value, issues: placeIssues(text, issuesOf(parsed.error)) };
}

/** Finds the places of issues in a text; a missing part is marked at its parent. */
export function placeIssues(text: string, issues: readonly TeamIssue[]): PlacedIssue[] {
  const tree = treeOf(text);
  const root = tree.ok ? tree.root : undefined;
  return issues.map((issue) => ({ ...issue, ...spanOf(text, root, issue.path) }));
}

function spanOf(text: string, root: Node | undefined, path: TeamPath) {
  for (let length = path.length; length >= 0 && root !== undefined; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node === undefined) continue;
    const whole = node.offset + node.length;
    // Only the first of many lines is marked.
    const lineEnd = text.indexOf('\n', node.offset);
    const to = lineEnd === -1 ? whole : Math.min(whole, lineEnd);
    return { from: node.offset, to, line: lineAt(text, node.offset) };
  }
  return { from: 0, to: Math.min(1, text.length), line: 1 };
}

function treeOf(text: string): { ok: true; root: Node } | { ok: false; issue: PlacedIssue } {
  const refusal = measureJsonText(text, SENT_JSON);
  if (refusal !== null) {
    const message =
      refusal === 'too_deep'
        ? fault('findings:faults.tooDeep', { count: SENT_JSON.depth })
        : fault('findings:faults.tooManyValues', { count: SENT_JSON.values });
    return { ok: false, issue: { path: [], message, from: 0, to: Math.min(1, text.length), line: 1 } };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const [first] = errors;
  if (first === undefined && root !== undefined) return { ok: true, root };
  const from = first?.offset ?? 0;
  const to = Math.min(text.length, from + Math.max(1, first?.length ?? 1));
  const line = lineAt(text, from);
  const message =
    first === undefined
      ? fault('findings:faults.emptyJson')
      : fault('findings:faults.notJson', { reason: syntaxFault(first.error), line });
  return { ok: false, issue: { path: [], message, from, to, line } };
}

/** The library's name for the error. jsonc-parser has no type for them, so a test covers all of them. */
function syntaxFault(code: number): string {
  return fault(`findings:faults.json${printParseErrorCode(code) as JsonSyntax}`);
}

type JsonSyntax = FaultKey extends infer Key
  ? Key extends `findings:faults.json${infer Syntax}`
    ? Syntax
    : never
  : never;

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
