import { Prisma } from '../../../../prisma/generated/client.ts';
import type { TextOwner } from '../../views/text/shownText.ts';

/** Where a text stands: which row of the project, and which of its texts. */
export interface TextAddress {
  owner: TextOwner;
  id: string;
  /** As views have it: "content", "body.results.0.content". */
  path: string;
}

const MESSAGE = Prisma.sql`message`;
const TOOL_CALL = Prisma.sql`tool_call`;
const TASK = Prisma.sql`human_task`;
const MODEL_CALL = Prisma.sql`model_call`;

/** The tables, their columns of text by the name in views, and their columns of JSON. */
const OWNERS: Record<
  TextOwner,
  { table: Prisma.Sql; texts: Record<string, Prisma.Sql>; json: Record<string, Prisma.Sql> }
> = {
  message: {
    table: MESSAGE,
    texts: {
      content: Prisma.sql`content`,
      thought: Prisma.sql`thought`,
      draftContent: Prisma.sql`draft_content`,
      feedback: Prisma.sql`feedback`,
    },
    json: { body: Prisma.sql`body`, memories: Prisma.sql`memories` },
  },
  'tool-call': {
    table: TOOL_CALL,
    texts: {
      proposedArguments: Prisma.sql`proposed_arguments`,
      approvedArguments: Prisma.sql`approved_arguments`,
      effectiveArguments: Prisma.sql`effective_arguments`,
      result: Prisma.sql`result`,
    },
    json: {},
  },
  task: { table: TASK, texts: {}, json: { detail: Prisma.sql`detail` } },
  'model-call': {
    table: MODEL_CALL,
    texts: { failureMessage: Prisma.sql`failure_message` },
    json: { response: Prisma.sql`response` },
  },
};

/** The table of a text and the SQL that gives it; null: there is no such text in any row. */
export function textSource({ owner, path }: TextAddress): { table: Prisma.Sql; text: Prisma.Sql } | null {
  const { table, texts, json } = OWNERS[owner];
  const column = Object.hasOwn(texts, path) ? texts[path] : undefined;
  if (column !== undefined) return { table, text: column };
  const [root = '', ...rest] = path.split('.');
  const stored = Object.hasOwn(json, root) ? json[root] : undefined;
  if (stored === undefined) return null;
  const value = Prisma.sql`(${stored} #> ${rest}::text[])`;
  const text = Prisma.sql`CASE WHEN jsonb_typeof(${value}) = 'string' THEN ${value} #>> '{}' ELSE jsonb_pretty(${value}) END`;
  return { table, text };
}
