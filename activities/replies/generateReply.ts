import { Context } from '@temporalio/activity';
import type { Database } from '../../platform/database.ts';
import type { GenerateReplyInput } from '../../workflows/contracts/activityTypes.ts';
import { configAt } from '../../workflows/domain/configAt.ts';
import type { ReplyResult } from '../../workflows/domain/conversation/event.ts';
import type { RecalledEntry } from '../../workflows/domain/memory/entry.ts';
import { recalledFor } from '../../workflows/domain/memory/rememberingAgents.ts';
import { ownNamesIn } from '../../workflows/domain/names/wireNames.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import { askModel } from '../asking/askModel.ts';
import { currentExecution, type Execution } from '../execution/execution.ts';
import { withHeartbeat } from '../execution/heartbeat.ts';
import { namesOf, offeredTools, toolsField, withOwnNames } from '../tools/offeredTools.ts';
import { sortCalls } from '../tools/sortCalls.ts';
import { toolFailure } from '../tools/unreachedTools.ts';
import { markLostCalls } from '../transcript/earlierCalls.ts';
import {
  hasReadDocuments as haveDocumentsBeenRead,
  readPassagesBeforeAnswer,
} from '../transcript/lookups.ts';
import { readRecalled } from '../transcript/memoryRuns.ts';
import type { ReadTranscript } from '../transcript/readEntries.ts';
import { keepRequestPart } from '../transcript/requestParts.ts';
import { readStoredReply } from '../transcript/storedReply.ts';
import { storeMessages } from '../transcript/storeMessages.ts';
import { supersedeTail } from '../transcript/supersedeTail.ts';
import { type GenerateReplyClients, keep, paidFor, resultOf } from './keepReply.ts';
import { readForReply } from './readForReply.ts';
import { messageOf } from './replyMessage.ts';
import { looksUpBefore, type ModelParticipant, modelParticipantOf, replyOutline } from './replyQuestion.ts';
import { summaryFor } from './summaries.ts';

/** See ConversationActivities.generateReply. */
export function createGenerateReply(clients: GenerateReplyClients) {
  return (input: GenerateReplyInput): Promise<ReplyResult> =>
    withHeartbeat(() => takeAgentTurn(clients, input, currentExecution()));
}

async function takeAgentTurn(
  clients: GenerateReplyClients,
  input: GenerateReplyInput,
  execution: Execution,
): Promise<ReplyResult> {
  const { database } = clients;
  const team = await clients.readTeamVersion(input.projectId, input.teamVersionId);
  const failedBefore = execution.attempt > 1 ? await markLostCalls(database, input, execution) : 0;
  const place = { ...input, ...execution };
  const inner = configAt(team, input.scope);
  const participant = modelParticipantOf(inner, input.speaker);
  const transcript = await readForReply(database, team, participant, input, execution);
  const own = transcript.own.some(({ seq }) => seq === input.seq);
  const stored = own ? await readStoredReply(database, place) : null;
  if (stored !== null) return resultOf(team, input, stored.message, stored.cost, stored.calls);
  if (transcript.hasAbandonedTail) {
    await database.$transaction((transaction) => supersedeTail(transaction, place));
  }

  if (input.purpose === 'society' && hasSaidNothing(team, participant, input, transcript)) {
    return storeNothing(clients, team, input, execution);
  }
  const offered = await toolsFor(clients, participant, input);
  const tools = toolsField(offered);
  if (tools !== null) await keepRequestPart(database, input.projectId, tools);
  const toolNames = namesOf(offered);
  const passages =
    participant.kind === 'agent' && input.purpose === 'reply' && looksUpBefore(participant)
      ? await readPassagesBeforeAnswer(database, input)
      : null;
  const recalled = await recalledBy(database, participant, input);
  const known = { transcript, defaultModel: clients.defaultModel, tools, toolNames, passages, recalled };
  const asked = { place: input, execution, stateBefore: input.stateBefore, failedBefore };
  const summary = await summaryFor(clients, { ...asked, team, participant, input, known });
  const { client, outline } = replyOutline(team, participant, input, { ...known, summary });
  // Before the answer: what is read while it is written has not led to it.
  const hasReadDocuments = await haveDocumentsBeenRead(database, input);
  const answer = await askModel(clients, {
    ...asked,
    purpose: input.purpose,
    ordinal: 0,
    client,
    outline,
    entries: transcript.entries,
    tools,
    shown: true,
  });

  const result = await paidFor(clients, input, answer, () => {
    const said = {
      ...answer,
      text: ownNamesIn(answer.text, outline.names),
      reasoning: answer.reasoning === null ? null : ownNamesIn(answer.reasoning, outline.names),
      toolCalls: withOwnNames(answer.toolCalls, offered),
    };
    const message = messageOf(participant, input, said, outline.rules.info.family);
    const calls =
      participant.kind === 'agent' && message.body?.kind === 'tool_calls'
        ? sortCalls(inner, participant, offered, message.body.calls, {
            hasReadDocuments,
            nowMs: Date.now(),
          })
        : [];
    return keep(clients, { team, participant, input, execution, answer, message, calls });
  });
  return summary === null || summary.costMicroUsd === 0
    ? result
    : { ...result, silentCostMicroUsd: summary.costMicroUsd };
}

async function toolsFor(
  clients: GenerateReplyClients,
  participant: ModelParticipant,
  input: GenerateReplyInput,
) {
  if (participant.kind !== 'agent' || input.purpose !== 'reply') return [];
  const { offered, failed } = await offeredTools(clients.toolbox, participant, {
    signal: Context.current().cancellationSignal,
    leftOut: input.leftOut,
  });
  if (failed.length > 0) throw toolFailure(failed, currentExecution().attempt);
  return offered;
}

/** What the run was given of its team's memory, as far as an agent has it. */
async function recalledBy(
  database: Database,
  participant: ModelParticipant,
  input: GenerateReplyInput,
): Promise<RecalledEntry[]> {
  const count = participant.kind === 'agent' && input.purpose !== 'society' ? recalledFor(participant) : 0;
  if (count === 0) return [];
  return ((await readRecalled(database, input)) ?? []).slice(0, count);
}

/** AutoGen's society says this if its inner team said nothing; no model is asked. */
function hasSaidNothing(
  team: TeamConfig,
  participant: ModelParticipant,
  input: GenerateReplyInput,
  transcript: ReadTranscript,
): boolean {
  const known = {
    transcript,
    defaultModel: '',
    tools: null,
    toolNames: [],
    passages: null,
    recalled: [],
    summary: null,
  };
  return replyOutline(team, participant, input, known).viewLength === 0;
}

async function storeNothing(
  clients: GenerateReplyClients,
  team: TeamConfig,
  input: GenerateReplyInput,
  execution: Execution,
): Promise<ReplyResult> {
  const message = {
    type: 'TextMessage',
    source: input.speaker,
    content: 'No response.',
    body: null,
  } as const;
  await storeMessages(clients.database, { ...input, execution }, [{ ...message, seq: input.seq }]);
  return resultOf(
    team,
    input,
    { ...message, thought: null, memories: null },
    { usage: null, costMicroUsd: null },
    [],
  );
}
