import type { GenerateReplyInput } from '../../workflows/contracts/activityTypes.ts';
import type { SummaryRule } from '../../workflows/domain/modelContext/kind.ts';
import { kindOfContext } from '../../workflows/domain/modelContext/registry.ts';
import type { LlmMessage } from '../../workflows/domain/request/llmMessage.ts';
import { wholeRounds } from '../../workflows/domain/request/slices.ts';
import { viewOf } from '../../workflows/domain/request/viewOutline.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import { spokenOf } from '../../workflows/domain/transcript/thinking.ts';
import { askModel } from '../asking/askModel.ts';
import { keepAnswer } from '../asking/askOnce.ts';
import { modelRules } from '../asking/modelRules.ts';
import type { ModelAccess, Question } from '../asking/question.ts';
import { readSummary } from '../transcript/summaryCalls.ts';
import { type KnownForReply, type ModelParticipant, replyOutline, type SummaryOf } from './replyQuestion.ts';

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
 * The summary that replaces the messages that a summarising context drops; null if none are dropped yet, or for
 * another kind of context. Each summary is made once, from the previous one and the messages since then, and kept in
 * the ledger.
 */
export async function summaryFor(access: ModelAccess, asked: Asked): Promise<SummaryOf> {
  const { participant, input, known } = asked;
  const rule = kindOfContext(participant.context).summary?.(participant.context);
  if (rule === undefined || input.purpose === 'society') return null;
  const { viewLength, client } = replyOutline(asked.team, participant, input, { ...known, summary: null });
  const { family } = modelRules(rule.model ?? client, known.defaultModel).rules.info;
  const covers = rule.covers(viewLength);
  let summary: SummaryOf = null;
  for (let upTo = rule.every; upTo <= covers; upTo += rule.every) {
    const key = { ...input, agent: participant.name, covers: upTo };
    const made: string | null = await readSummary(access.database, key);
    const fresh: Summary =
      made === null
        ? await summarize(access, asked, rule, summary, upTo)
        : { text: spokenOf(made, family).text, costMicroUsd: 0 };
    const costMicroUsd: number = fresh.costMicroUsd + (summary?.costMicroUsd ?? 0);
    summary = { text: HEADING + fresh.text, covers: upTo, costMicroUsd };
  }
  return summary;
}

async function summarize(
  access: ModelAccess,
  asked: Asked,
  rule: SummaryRule,
  before: SummaryOf,
  upTo: number,
): Promise<Summary> {
  const { participant, input, known, team } = asked;
  const { outline, client } = replyOutline(team, participant, input, { ...known, summary: null });
  const view = [...viewOf(outline.view, known.transcript.entries), ...outline.appended];
  const model = rule.model ?? client;
  const { spoken, rules, parameters } = modelRules(model, known.defaultModel);
  const { provider: _provider, options: _options, stream: _stream, ...whereAsked } = outline;
  const prompt: LlmMessage = { role: 'user', source: 'user', content: rule.prompt ?? SUMMARY_PROMPT };
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
