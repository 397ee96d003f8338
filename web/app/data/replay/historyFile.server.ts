import { historyToJson } from '../../../../replay/historyJson.ts';
import { readHistoryPages } from '../../../../replay/readExecutions.ts';
import { HistoryRedactor } from '../../../../replay/redactHistory.ts';
import { conversationWorkflowId } from '../../../../workflows/contracts/names.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';
import { askTemporal } from '../runs/askTemporal.server.ts';

const REACH_TIMEOUT_MS = 5_000;

export interface HistoryAsked {
  conversationId: string;
  /** The conversation's run; null: the newest. */
  run: number | null;
  /** Temporal's id of one of its runs; null: the newest. */
  runId: string | null;
  /** Without the texts of people and models. */
  redacted: boolean;
}

/**
 * A history as Temporal recorded it, in its JSON form, piece by piece. Null: the project has no such conversation, or Temporal has
 * nothing of this run (any more).
 */
export async function openHistoryFile({ projectId }: ProjectScope, asked: HistoryAsked) {
  const { database, temporal } = services();
  const { conversationId, runId, redacted } = asked;
  const row = await database.conversation.findFirst({
    where: { id: conversationId, projectId },
    select: { run: true },
  });
  const run = asked.run ?? row?.run ?? 0;
  if (row === null || run > row.run) return null;
  await askTemporal(temporal, REACH_TIMEOUT_MS, () => temporal.workflowService.getSystemInfo({}));
  const workflowId = conversationWorkflowId(conversationId, run);
  const pages = readHistoryPages(temporal, { workflowId, runId: runId ?? undefined });
  const first = await pages.next();
  if (first.done === true) return null;
  return {
    mediaType: 'application/json' as const,
    name: `${workflowId}-history${redacted ? '' : '-whole'}.json`,
    pieces: historyPieces(first.value, pages, redacted),
  };
}

type Pages = ReturnType<typeof readHistoryPages>;
type Page = Parameters<typeof historyToJson>[0];

async function* historyPieces(
  first: Page,
  rest: Pages,
  redacted: boolean,
): AsyncGenerator<string, void, undefined> {
  const redactor = redacted ? new HistoryRedactor() : null;
  let separator = '{"events":[';
  async function* all(): AsyncGenerator<Page> {
    yield first;
    yield* rest;
  }
  for await (const page of all()) {
    const events = (historyToJson(page)['events'] ?? []) as Record<string, unknown>[];
    let piece = '';
    for (const event of events) {
      piece += `${separator}\n${JSON.stringify(redactor?.redact(event) ?? event)}`;
      separator = ',';
    }
    yield piece;
  }
  yield '\n]}\n';
}
