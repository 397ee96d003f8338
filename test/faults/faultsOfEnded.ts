import type { Database } from '../../platform/database.ts';

/**
 * Each conversation has ended as it should, with its task and every other message once, none replaced, and a completed call for
 * each; `turns`: how many there have to be of these, where each has as many.
 */
export async function faultsOfEnded(database: Database, turns?: number): Promise<string[]> {
  const rows = await database.conversation.findMany({
    select: {
      ...{ id: true, state: true, stopReason: true },
      messages: { select: { seq: true, supersededAt: true }, orderBy: { seq: 'asc' } },
      modelCalls: { select: { state: true } },
    },
  });
  return rows.flatMap(({ id, state, stopReason, messages, modelCalls }) => {
    const completed = modelCalls.filter((call) => call.state === 'completed').length;
    return [
      ...(state === 'finished' ? [] : [`conversation ${id} is ${state}: ${stopReason ?? ''}`]),
      ...(messages.every(({ seq }, index) => seq === index) ? [] : [`conversation ${id} has a gap`]),
      ...(messages.every(({ supersededAt }) => supersededAt === null)
        ? []
        : [`conversation ${id} has replaced messages`]),
      ...(turns === undefined || messages.length === turns + 1
        ? []
        : [
            `conversation ${id} has ${String(messages.length)} messages, not one for each of ${String(turns)} turns`,
          ]),
      ...(completed === (turns ?? messages.length - 1)
        ? []
        : [`conversation ${id} has ${String(completed)} calls and ${String(messages.length)} messages`]),
    ];
  });
}
