import { sql, type Statement } from '../../../../platform/sql.ts';
import { isStorable } from '../../../../workflows/contracts/storableText.ts';
import type { TextOwner } from '../../views/text/shownText.ts';

/** The place of a text: its row in the project, and its path in the row. */
export interface TextAddress {
  owner: TextOwner;
  id: string;
  /** As in views: "content", "body.results.0.content". */
  path: string;
}

const MESSAGE = sql`message`;
const TOOL_CALL = sql`tool_call`;
const TASK = sql`human_task`;
const MODEL_CALL = sql`model_call`;

/** The tables, with their text columns by the name in views, and their JSON columns. */
const OWNERS: Record<
  TextOwner,
  { table: Statement; texts: Record<string, Statement>; json: Record<string, Statement> }
> = {
  message: {
    table: MESSAGE,
    texts: {
      content: sql`content`,
      thought: sql`thought`,
      draftContent: sql`draft_content`,
      feedback: sql`feedback`,
    },
    json: { body: sql`body`, memories: sql`memories` },
  },
  'tool-call': {
    table: TOOL_CALL,
    texts: {
      proposedArguments: sql`proposed_arguments`,
      approvedArguments: sql`approved_arguments`,
      effectiveArguments: sql`effective_arguments`,
      result: sql`result`,
    },
    json: {},
  },
  task: { table: TASK, texts: {}, json: { detail: sql`detail` } },
  'model-call': {
    table: MODEL_CALL,
    texts: { failureMessage: sql`failure_message` },
    json: { response: sql`response` },
  },
};

/** The table of a text and the SQL that reads it; null if no row has such a text. */
export function textSource({ owner, path }: TextAddress): { table: Statement; text: Statement } | null {
  const { table, texts, json } = OWNERS[owner];
  const column = Object.hasOwn(texts, path) ? texts[path] : undefined;
  if (column !== undefined) return { table, text: column };
  const [root = '', ...rest] = path.split('.');
  const stored = Object.hasOwn(json, root) ? json[root] : undefined;
  if (stored === undefined || !isStorable(path)) return null;
  const value = sql`(${stored} #> ${rest}::text[])`;
  const text = sql`CASE WHEN jsonb_typeof(${value}) = 'string' THEN ${value} #>> '{}' ELSE jsonb_pretty(${value}) END`;
  return { table, text };
}
