import type { Database } from '../../platform/database.ts';
import type { RecordToolResultsInput } from '../../workflows/contracts/activityTypes.ts';
import { configAt } from '../../workflows/domain/configAt.ts';
import type { MessageFacts } from '../../workflows/domain/message.ts';
import type { GiveBack } from '../../workflows/domain/providers/giveBack.ts';
import { formatted } from '../../workflows/domain/pythonFormat.ts';
import type { AgentParticipant } from '../../workflows/domain/team.ts';
import type {
  CallResult,
  HandoffContext,
  ProposedCall,
  TaskMessage,
} from '../../workflows/domain/transcript/entry.ts';
import { currentExecution } from '../execution/execution.ts';
import { factsFor } from '../transcript/facts.ts';
import { readEntry } from '../transcript/readEntries.ts';
import { storeMessages } from '../transcript/storeMessages.ts';
import type { ReadTeamVersion } from '../transcript/teamVersions.ts';
import { readToolCalls, type ToolCallRow } from '../transcript/toolCalls.ts';

/** See ConversationActivities.recordToolResults. */
export function createRecordToolResults(clients: { database: Database; readTeamVersion: ReadTeamVersion }) {
  return async (input: RecordToolResultsInput): Promise<MessageFacts[]> => {
    const { database } = clients;
    const { scope, requestSeq, speaker: source } = input;
    const team = await clients.readTeamVersion(input.projectId, input.teamVersionId);
    const agent = configAt(team, scope).participants.find(({ name }) => name === source);
    const rows = await readToolCalls(database, input, requestSeq);
    const results = rows.map(resultOf);
    const event: TaskMessage = {
      type: 'ToolCallExecutionEvent',
      source,
      content: results.map(({ content }) => content).join('\n'),
      body: { kind: 'tool_results', results },
    };
    const request = input.then === 'handoff' ? await readEntry(database, input, requestSeq) : null;
    const ending = agent?.kind === 'agent' ? endingOf(input, agent, rows, request) : null;
    const messages = (ending === null ? [event] : [event, ending]).map((message, index) => ({
      ...message,
      seq: input.seq + index,
    }));
    await storeMessages(database, { ...input, execution: currentExecution() }, messages);
    return messages.map((message) => factsFor(team, scope, message));
  };
}

function resultOf(row: ToolCallRow): CallResult {
  return {
    callId: row.callId,
    name: row.tool,
    content: row.result ?? '',
    isError: row.isError ?? false,
  };
}

/** The message that ends the turn, in AutoGen's form; null if the model is asked once more. */
function endingOf(
  { then, speaker: source }: RecordToolResultsInput,
  agent: AgentParticipant,
  rows: readonly ToolCallRow[],
  request: { thought: string | null; giveBack: GiveBack | null } | null,
): TaskMessage | null {
  // Handoffs are no tools to the others: neither the summary nor what travels with a handoff speaks of them.
  const tools = rows.filter(({ plan }) => plan.handoff === null);
  const calls = tools.map((row): ProposedCall => ({
    id: row.callId,
    name: row.tool,
    arguments: row.proposedArguments,
  }));
  const results = tools.map(resultOf);
  if (then === 'summary') {
    const content = tools.map((row) => summaryOf(agent.toolCallSummaryFormat, row)).join('\n');
    return {
      type: 'ToolCallSummaryMessage',
      source,
      content,
      body: { kind: 'tool_summary', calls, results },
    };
  }
  if (then !== 'handoff') return null;
  const { thought = null, giveBack = null } = request ?? {};
  const back = giveBack === null ? {} : { giveBack };
  const handoff = rows.find(({ plan }) => plan.handoff !== null);
  const context: HandoffContext[] =
    calls.length > 0
      ? [
          { kind: 'assistant_calls', source, calls, thought, ...back },
          { kind: 'results', results },
        ]
      : thought === null
        ? []
        : [{ kind: 'assistant_text', source, content: thought }];
  const target = handoff?.plan.handoff ?? '';
  return {
    type: 'HandoffMessage',
    source,
    content: handoff?.result ?? '',
    body: { kind: 'handoff', target, context },
  };
}

/** Python's `format` with AutoGen's four fields. */
function summaryOf(format: string, row: ToolCallRow): string {
  const fields: Record<string, string> = {
    tool_name: row.tool,
    arguments: row.proposedArguments,
    result: row.result ?? '',
    is_error: row.isError === true ? 'True' : 'False',
  };
  return formatted(format, fields);
}
