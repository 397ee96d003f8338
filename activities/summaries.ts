import type { GenerateReplyInput } from '../workflows/contracts/activityTypes.ts';
import type { Json } from '../workflows/domain/json.ts';
import { summaryCovers } from '../workflows/domain/request/contextSlices.ts';
import type { LlmMessage } from '../workflows/domain/request/llmMessage.ts';
import type { TeamConfig } from '../workflows/domain/team.ts';
import { askModel, costOfAnswer, type ModelAccess, type Question } from './askModel.ts';
import { modelRules } from './modelRules.ts';
import { contextOf, replyOutline, type ModelParticipant, type SummaryOf } from './replyQuestion.ts';
import { completeCall } from './transcript/ledger.ts';
import type { ReadTranscript } from './transcript/readEntries.ts';
import { readSummary } from './transcript/summaryCalls.ts';

const SUMMARY_PROMPT =
  'Summarize the conversation above for yourself, so that you can go on without it. Keep every fact, decision, name, number and open question that may still matter; leave out pleasantries. Answer with the summary alone.';
const HEADING = 'What was said before, summed up:\n\n';

interface Asked extends Pick<Question, 'place' | 'execution' | 'stateBefore' | 'failedBefore'> {
  team: TeamConfig;
  participant: ModelParticipant;
  input: GenerateReplyInput;
  known: { transcript: ReadTranscript; defaultModel: string; tools: Json | null };
}

/**
 * What a summarising context puts in the place of what it drops; null: nothing is dropped yet, or the context is of
 * another kind. Each summary is made once, of the one before it and what has been said since, and kept in the ledger.
 */
export async function summaryFor(access: ModelAccess, asked: Asked): Promise<SummaryOf> {
  const { participant, input, known } = asked;
  const context = contextOf(participant);
  if (context.kind !== 'summarizing' || input.purpose === 'society') return null;
  const { viewLength } = replyOutline(asked.team, participant, input, { ...known, summary: null });
  const covers = summaryCovers(context, viewLength);
  let summary: SummaryOf = null;
  for (let upTo = context.summarizeAfter; upTo <= covers; upTo += context.summarizeAfter) {
    const key = { ...input, agent: participant.name, covers: upTo };
    const text: string =
      (await readSummary(access.database, key)) ?? (await summarize(access, asked, summary, upTo));
    summary = { text: text.startsWith(HEADING) ? text : HEADING + text, covers: upTo };
  }
  return summary;
}

async function summarize(
  access: ModelAccess,
  asked: Asked,
  before: SummaryOf,
  upTo: number,
): Promise<string> {
  const { participant, input, known, team } = asked;
  const context = contextOf(participant);
  if (context.kind !== 'summarizing') throw new Error('Only a summarizing context is summed up');
  const { outline, client } = replyOutline(team, participant, input, { ...known, summary: null });
  const model = context.model ?? client;
  const { rules, parameters } = modelRules(model, known.defaultModel);
  const prompt: LlmMessage = { role: 'user', source: 'user', content: context.prompt ?? SUMMARY_PROMPT };
  const answer = await askModel(access, {
    ...asked,
    purpose: 'summary',
    ordinal: upTo,
    client: model,
    outline: {
      ...outline,
      rules,
      parameters,
      before: before === null ? [] : [{ role: 'user', source: 'summary', content: before.text }],
      slices: [{ kind: 'view', from: before?.covers ?? 0, to: upTo }],
      after: [prompt],
      tools: null,
      format: null,
    },
    entries: known.transcript.entries,
    tools: null,
    shown: false,
  });
  await completeCall(access.database, {
    ...answer,
    id: answer.callId,
    conversationId: input.conversationId,
    costMicroUsd: await costOfAnswer(access, input.projectId, answer),
  });
  return answer.text;
}
