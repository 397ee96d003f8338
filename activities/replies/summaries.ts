import type { GenerateReplyInput } from '../../workflows/contracts/activityTypes.ts';
import { summaryCovers, wholeRounds } from '../../workflows/domain/request/contextSlices.ts';
import type { LlmMessage } from '../../workflows/domain/request/llmMessage.ts';
import { viewOf } from '../../workflows/domain/request/viewOutline.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import { spokenOf } from '../../workflows/domain/transcript/thinking.ts';
import { askModel } from '../asking/askModel.ts';
import type { ModelAccess, Question } from '../asking/question.ts';
import { keepAnswer } from '../asking/askOnce.ts';
import { modelRules } from '../asking/modelRules.ts';
import { replyOutline, type KnownForReply, type ModelParticipant, type SummaryOf } from './replyQuestion.ts';
import { readSummary } from '../transcript/summaryCalls.ts';

const SUMMARY_PROMPT =
  'Summarize the conversation above for yourself, so that you can go on without it. Keep every fact, decision, name, number and open question that may still matter; leave out pleasantries. Answer with the summary alone.';
const HEADING = 'What was said before, summed up:\n\n';

interface Asked extends Pick<Question, 'place' | 'execution' | 'stateBefore' | 'failedBefore'> {
  team: TeamConfig;
  participant: ModelParticipant;
  input: GenerateReplyInput;
  known: KnownForReply;
}

/** A summary and what it has cost now. */
interface Summary {
  text: string;
  costMicroUsd: number;
}

/**
 * What a summarising context puts in the place of what it drops; null: nothing is dropped yet, or the context is of
 * another kind. Each summary is made once, of the one before it and what has been said since, and kept in the ledger.
 */
export async function summaryFor(access: ModelAccess, asked: Asked): Promise<SummaryOf> {
  const { participant, input, known } = asked;
  const context = participant.context;
  if (context.kind !== 'summarizing' || input.purpose === 'society') return null;
  const { viewLength, client } = replyOutline(asked.team, participant, input, { ...known, summary: null });
  const { family } = modelRules(context.model ?? client, known.defaultModel).rules.info;
  const covers = summaryCovers(context, viewLength);
  let summary: SummaryOf = null;
  for (let upTo = context.summarizeAfter; upTo <= covers; upTo += context.summarizeAfter) {
    const key = { ...input, agent: participant.name, covers: upTo };
    const made: string | null = await readSummary(access.database, key);
    const fresh: Summary =
      made === null
        ? await summarize(access, asked, summary, upTo)
        : { text: spokenOf(made, family).text, costMicroUsd: 0 };
    const costMicroUsd: number = fresh.costMicroUsd + (summary?.costMicroUsd ?? 0);
    summary = { text: HEADING + fresh.text, covers: upTo, costMicroUsd };
  }
  return summary;
}

async function summarize(
  access: ModelAccess,
  asked: Asked,
  before: SummaryOf,
  upTo: number,
): Promise<Summary> {
  const { participant, input, known, team } = asked;
  const context = participant.context;
  if (context.kind !== 'summarizing') throw new Error('Only a summarizing context is summed up');
  const { outline, client } = replyOutline(team, participant, input, { ...known, summary: null });
  const view = [...viewOf(outline.view, known.transcript.entries), ...outline.appended];
  const model = context.model ?? client;
  const { spoken, rules, parameters } = modelRules(model, known.defaultModel);
  const { provider: _provider, options: _options, stream: _stream, ...whereAsked } = outline;
  const prompt: LlmMessage = { role: 'user', source: 'user', content: context.prompt ?? SUMMARY_PROMPT };
  const answer = await askModel(access, {
    ...asked,
    purpose: 'summary',
    ordinal: upTo,
    client: model,
    outline: {
      ...whereAsked,
      ...spoken,
      rules,
      parameters,
      before: before === null ? [] : [{ role: 'user', source: 'summary', content: before.text }],
      slices: [wholeRounds(view, before?.covers ?? 0, upTo)],
      after: [prompt],
      tools: null,
      format: null,
    },
    entries: known.transcript.entries,
    tools: null,
    shown: false,
  });
  const costMicroUsd = await keepAnswer(access, input, answer);
  const { text } = spokenOf(answer.text, rules.info.family);
  return { text, costMicroUsd: costMicroUsd ?? 0 };
}
