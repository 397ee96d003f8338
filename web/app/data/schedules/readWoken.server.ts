import { costsOfRuns } from '../../../../platform/runCosts.ts';
import {
  type ConversationStateName,
  conversationStates,
  oneOf,
  type WakeUpState,
  wakeUpStates,
} from '../../../../workflows/domain/recordStates.ts';
import { services } from '../../services.server.ts';
import type { ProjectScope } from '../accounts/projectScope.server.ts';

/** The conversation of a run, started or woken. Of one that was woken, outcome and cost are those of the run that it was woken for. */
export interface RunConversation {
  id: string;
  title: string;
  state: ConversationStateName;
  stopReason: string | null;
  costMicroUsd: number;
  /** Calls whose price is not known, or that may have been paid for. */
  unpricedCalls: number;
  unknownCalls: number;
}

/** What has become of what woke a conversation. */
export interface ShownWakeUp {
  state: WakeUpState;
  /** The run that took it, from 0; null: it waits, or nothing will take it any more. */
  run: number | null;
  /** How many others, of whatever source, the same run took: its outcome and its cost are theirs, too. */
  takenWith: number;
}

/** Of each schedule's run that has woken a conversation, by its id: which one, and what the run did that took the wake-up. */
export async function readWoken(
  { projectId }: ProjectScope,
  runs: readonly { id: string; wakeUpId: string | null }[],
): Promise<Map<string, { conversation: RunConversation; wakeUp: ShownWakeUp }>> {
  const { database } = services();
  const ids = runs.flatMap(({ wakeUpId }) => (wakeUpId === null ? [] : [wakeUpId]));
  if (ids.length === 0) return new Map();
  const wakeUps = await database.wakeUp.findMany({
    where: { id: { in: ids }, projectId },
    select: {
      id: true,
      state: true,
      run: true,
      conversation: { select: { id: true, title: true, state: true } },
    },
  });
  const taken = wakeUps.flatMap(({ conversation, run }) =>
    run === null ? [] : [{ conversationId: conversation.id, run }],
  );
  const theirs = { projectId, OR: taken };
  const [costs, outcomes, counts] =
    taken.length === 0
      ? [[], [], []]
      : await Promise.all([
          costsOfRuns(database, projectId, taken),
          database.conversationRun.findMany({
            where: theirs,
            select: { conversationId: true, run: true, state: true, stopReason: true },
          }),
          database.wakeUp.groupBy({ by: ['conversationId', 'run'], where: theirs, _count: true }),
        ]);
  const costOf = byRun(costs);
  const outcomeOf = byRun(outcomes);
  const countOf = byRun(counts);
  const shown = new Map(
    wakeUps.map(({ id, state, run, conversation }) => {
      const key = runKey(conversation.id, run);
      const cost = costOf.get(key);
      const outcome = outcomeOf.get(key);
      return [
        id,
        {
          conversation: {
            ...conversation,
            state: oneOf(conversationStates, outcome?.state ?? conversation.state),
            stopReason: outcome?.stopReason ?? null,
            costMicroUsd: cost?.costMicroUsd ?? 0,
            unpricedCalls: cost?.unpricedCalls ?? 0,
            unknownCalls: cost?.unknownCalls ?? 0,
          },
          wakeUp: {
            state: oneOf(wakeUpStates, state),
            run,
            takenWith: (countOf.get(key)?._count ?? 1) - 1,
          },
        },
      ] as const;
    }),
  );
  return new Map(
    runs.flatMap(({ id, wakeUpId }) => {
      const found = wakeUpId === null ? undefined : shown.get(wakeUpId);
      return found === undefined ? [] : [[id, found] as const];
    }),
  );
}

function byRun<Row extends { conversationId: string; run: number | null }>(
  rows: readonly Row[],
): Map<string, Row> {
  return new Map(rows.map((row) => [runKey(row.conversationId, row.run), row]));
}

/** Of null: none has taken it. */
function runKey(conversationId: string, run: number | null): string {
  return `${conversationId}:${String(run)}`;
}
