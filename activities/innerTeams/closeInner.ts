import type { Database } from '../../platform/database.ts';
import type { CloseInnerInput } from '../../workflows/contracts/activityTypes.ts';
import { configAt } from '../../workflows/domain/configAt.ts';
import { isChatMessage, USER_SOURCE } from '../../workflows/domain/message.ts';
import type { ToolResult } from '../../workflows/domain/tool.ts';
import { participantsBehind } from '../../workflows/domain/tools/behindTool.ts';
import { isWithin, type TranscriptEntry } from '../../workflows/domain/transcript/entry.ts';
import { currentExecution } from '../execution/execution.ts';
import { readEntries } from '../transcript/readEntries.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';
import { closeToolCall, readToolCall } from '../transcript/toolCalls.ts';

/** See ConversationActivities.closeInner. */
export function createCloseInner(clients: { database: Database; readTeamVersion: ReadTeamVersion }) {
  return async (input: CloseInnerInput): Promise<void> => {
    const { database } = clients;
    const { index, innerScope } = input;
    const team = await clients.readTeamVersion(input.projectId, input.teamVersionId);
    const agent = configAt(team, input.scope).participants.find(({ name }) => name === input.speaker);
    const row = await readToolCall(database, input, { requestSeq: input.seq, index });
    const tools = agent?.kind === 'agent' ? participantsBehind(agent.tools) : [];
    const lastOnly = tools.find(({ name }) => name === row.tool)?.returnsLastOnly ?? false;
    const { entries } = await readEntries(database, { ...input, ...currentExecution() });
    const { content, isError } = answerOf(entries, innerScope, lastOnly);
    await closeToolCall(database, input, {
      id: row.id,
      state: isError ? 'failed' : 'completed',
      result: content,
      isError,
      kind: 'team',
    });
  };
}

/** What an inner team has said since its task, as AutoGen's AgentTool and TeamTool put it. */
function answerOf(entries: readonly TranscriptEntry[], innerScope: string, lastOnly: boolean): ToolResult {
  const began = entries.findLastIndex(
    ({ scope, source, readBefore, type }) =>
      scope === innerScope && source === USER_SOURCE && type === 'TextMessage' && readBefore !== null,
  );
  const said = entries
    .slice(began + 1)
    .filter((entry) => isWithin(entry.scope, innerScope) && !entry.copied && isChatMessage(entry));
  if (!lastOnly) {
    const lines = said
      .filter(({ source }) => source !== USER_SOURCE)
      .map(({ source, content }) => `${source}: ${content}`);
    return { content: lines.join('\n\n'), isError: false };
  }
  const last = said.at(-1);
  if (last === undefined) return { content: 'The team has said nothing.', isError: true };
  return { content: last.content, isError: false };
}
