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
import { fault } from '../../../languages/fault.ts';
import { issuesOf, type TeamIssue, type TeamPath } from './issuesOf.ts';
import { SENT_JSON } from './sentJson.ts';

/** An issue and where in the text it stands, as offsets; the line counts from 1. */
export interface PlacedIssue extends TeamIssue {
  from: number;
  to: number;
  line: number;
}

/**
 * What a text is as a team: a team; JSON (`value`) that is no team yet; or, where it is not even JSON, issues alone.
 */
export type TeamCheck =
  | { ok: true; config: TeamConfig; value: unknown }
  | { ok: false; isJson: true; value: unknown; issues: PlacedIssue[] }
  | { ok: false; isJson: false; issues: PlacedIssue[] };

/** Checks what stands in an editor: the same in the browser, while one types, and on the server, when it is saved. */
export function checkTeamText(text: string): TeamCheck {
  const tree = treeOf(text);
  if (!tree.ok) return { ok: false, isJson: false, issues: [tree.issue] };
  const value: unknown = getNodeValue(tree.root);
  const parsed = teamConfigSchema.safeParse(value);
  if (parsed.success) return { ok: true, config: parsed.data, value };
  return { ok: false, isJson: true, value, issues: placeIssues(text, issuesOf(parsed.error)) };
}

/** Where issues stand in a text; what is missing is shown at what it is missing from. */
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
    // Of what spans many lines the first is marked.
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
      : fault('findings:faults.notJson', { reason: wordsOf(printParseErrorCode(first.error)), line });
  return { ok: false, issue: { path: [], message, from, to, line } };
}

/** "CommaExpected" reads "comma expected". */
function wordsOf(code: string): string {
  return code.replaceAll(/(?<!^)([A-Z])/g, ' $1').toLowerCase();
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
