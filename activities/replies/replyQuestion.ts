import { ApplicationFailure } from '@temporalio/common';
import type { GenerateReplyInput } from '../../workflows/contracts/activityTypes.ts';
import { configAt } from '../../workflows/domain/configAt.ts';
import { innerTeamsOf, societyScope } from '../../workflows/domain/conversation/scope.ts';
import type { Json } from '../../workflows/domain/json.ts';
import type { Passage } from '../../workflows/domain/knowledge/passage.ts';
import { passagesMessage } from '../../workflows/domain/knowledge/passagesMessage.ts';
import type { RecalledEntry } from '../../workflows/domain/memory/entry.ts';
import { recalledMessage } from '../../workflows/domain/memory/recalledMessage.ts';
import { kindOfMemory } from '../../workflows/domain/memory/registry.ts';
import type { ModelClient } from '../../workflows/domain/model.ts';
import { wireNamesFor } from '../../workflows/domain/names/wireNames.ts';
import { memoryMessage } from '../../workflows/domain/request/agentView.ts';
import { contextSlices } from '../../workflows/domain/request/contextSlices.ts';
import type { LlmMessage } from '../../workflows/domain/request/llmMessage.ts';
import { rejectedDrafts } from '../../workflows/domain/request/rejectedDrafts.ts';
import { type RequestView, viewOf, type ViewOutline } from '../../workflows/domain/request/viewOutline.ts';
import type {
  AgentParticipant,
  CodeExecutorParticipant,
  SocietyParticipant,
  StructuredOutput,
  TeamConfig,
} from '../../workflows/domain/team.ts';
import { contextLimits, modelRules } from '../asking/modelRules.ts';
import { sha256 } from '../asking/question.ts';
import type { ReadTranscript } from '../transcript/readEntries.ts';
import { responseFormat } from './responseFormat.ts';

/** A participant that asks a model. */
export type ModelParticipant = AgentParticipant | CodeExecutorParticipant | SocietyParticipant;

/** A summary of what a context has dropped. */
export type SummaryOf = { text: string; covers: number; costMicroUsd: number } | null;

export interface ReplyOutline {
  client: ModelClient | null;
  outline: ViewOutline;
  /** How many messages the view has: whether a summary is due depends on it. */
  viewLength: number;
}

/** What is known before the request is built. */
export interface KnownForReply {
  transcript: ReadTranscript;
  defaultModel: string;
  /** The body's field, and the names that its tools have here. */
  tools: Json | null;
  toolNames: readonly string[];
  /** What was looked up before the answer; null: nothing is. */
  passages: readonly Passage[] | null;
  /** What its team remembers, as far as the agent is given it. */
  recalled: readonly RecalledEntry[];
}

/** The request for a participant's words, for each purpose that a turn can have. */
export function replyOutline(
  team: TeamConfig,
  participant: ModelParticipant,
  input: GenerateReplyInput,
  known: KnownForReply & { summary: SummaryOf },
): ReplyOutline {
  const { transcript, defaultModel, tools, toolNames, passages, recalled } = known;
  const client = clientOf(participant);
  const model = modelRules(client, defaultModel);
  const { spoken, rules, parameters, structuredOutput, functionCalling } = model;
  const view = viewFor(team, participant, input);
  const appended = input.purpose === 'reply' && input.iteration === 0 ? memoriesOf(participant) : [];
  const whole = [...viewOf(view, transcript.entries), ...appended];
  const output = outputOf(participant);
  if (tools !== null && !functionCalling) {
    throw ApplicationFailure.nonRetryable(
      `${parameters.model} cannot call functions: give ${participant.name} another model, or no tools`,
      'model_refused_request',
    );
  }
  if (output !== null && !structuredOutput) {
    throw ApplicationFailure.nonRetryable(
      `${parameters.model} does not support structured output: give ${participant.name} another model, or no output schema`,
      'model_refused_request',
    );
  }
  const slices = contextSlices(
    input.purpose === 'society' ? { kind: 'unbounded' } : participant.context,
    whole,
    contextLimits(model),
    known.summary,
  );
  const before = [
    ...framing(participant, rules, 'before'),
    ...(recalled.length === 0 ? [] : [recalledMessage(recalled)]),
  ];
  const after =
    input.purpose === 'society'
      ? framing(participant, rules, 'after')
      : [
          ...(passages === null ? [] : [passagesMessage(passages)]),
          ...rejectedDrafts(participant.name, transcript.rejected),
        ];
  return {
    client,
    viewLength: whole.length,
    outline: {
      renderer: 2,
      agent: participant.name,
      ...spoken,
      parameters,
      rules,
      view,
      asOf: transcript.asOf,
      ...(transcript.fromSeq === 0 ? {} : { fromSeq: transcript.fromSeq }),
      before,
      appended,
      slices,
      after,
      names: wireNamesFor(toolNames, [...before, ...whole, ...after]),
      tools: tools === null ? null : { sha256: sha256(tools), choice: 'auto' },
      format: output === null ? null : responseFormat(output),
    },
  };
}

/** What an agent's memory puts before its model at each of its turns, one list a memory. */
export function memoryContents(participant: ModelParticipant) {
  const memories = participant.kind === 'agent' ? participant.memory : [];
  return memories
    .map((memory) => kindOfMemory(memory).contents(memory))
    .filter((contents) => contents.length > 0);
}

/** The shape of an agent's reply; null: text. */
export function outputOf(participant: ModelParticipant): StructuredOutput | null {
  return participant.kind === 'agent' ? participant.output : null;
}

function memoriesOf(participant: ModelParticipant): LlmMessage[] {
  return memoryContents(participant).map(memoryMessage);
}

function clientOf(participant: ModelParticipant): ModelClient | null {
  return participant.model === 'none' ? null : participant.model;
}

/** What a participant's model is shown of the transcript. */
export function viewFor(
  team: TeamConfig,
  participant: ModelParticipant,
  input: Pick<GenerateReplyInput, 'scope' | 'turn' | 'readBefore' | 'purpose'>,
): RequestView {
  const { scope, turn, readBefore } = input;
  if (input.purpose === 'society') {
    return { kind: 'inner_run', scope: societyScope(scope, participant.name, turn) };
  }
  const filter = participant.kind === 'agent' ? participant.filter : null;
  const inner = configAt(team, scope);
  return {
    kind: 'agent',
    viewer: {
      agent: participant.name,
      scope,
      turn,
      readBefore,
      filter,
      innerTeams: innerTeamsOf(inner, scope),
      ...(participant.context.initial === undefined ? {} : { initial: participant.context.initial }),
    },
  };
}

/** The messages around the transcript: a system message, or a society's instruction and question. */
function framing(
  participant: ModelParticipant,
  rules: ViewOutline['rules'],
  place: 'before' | 'after',
): LlmMessage[] {
  if (participant.kind !== 'society') {
    if (place === 'after' || participant.systemMessage === '') return [];
    return [{ role: 'system', content: participant.systemMessage }];
  }
  const content = place === 'before' ? participant.instruction : participant.responsePrompt;
  return rules.info.multipleSystemMessages
    ? [{ role: 'system', content }]
    : [{ role: 'user', source: 'user', content }];
}

/** The participant of that name. Fails with `conversation_missing` where the team has none whose model is asked. */
export function modelParticipantOf(team: TeamConfig, name: string): ModelParticipant {
  const participant = team.participants.find((each) => each.name === name);
  if (participant !== undefined && participant.kind !== 'person' && participant.kind !== 'team')
    return participant;
  throw ApplicationFailure.nonRetryable(`The team has no agent named ${name}`, 'conversation_missing');
}

/** Whether knowledge is looked up before an agent's answers. */
export function looksUpBefore(agent: AgentParticipant): boolean {
  return (agent.knowledge ?? []).some(({ how }) => how === 'before_each_answer');
}
