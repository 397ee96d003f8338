import { ApplicationFailure } from '@temporalio/common';
import { holds } from '../../platform/expressions.ts';
import { innerTeamsOf, toolTeamsOf } from '../../workflows/domain/conversation/scope.ts';
import { fallbackSpeaker } from '../../workflows/domain/patterns/selector.ts';
import { judgeSelection } from '../../workflows/domain/patterns/selection.ts';
import type { ManagerWork, SelectorConfig } from '../../workflows/domain/patterns/pattern.ts';
import { heardInTeam } from '../../workflows/domain/request/agentView.ts';
import { wireNamesFor } from '../../workflows/domain/names/wireNames.ts';
import { contextSlices } from '../../workflows/domain/request/contextSlices.ts';
import type { LlmMessage } from '../../workflows/domain/request/llmMessage.ts';
import { namesText, rolesText, SELECTOR_PROMPT } from '../../workflows/domain/request/selectorHistory.ts';
import { viewOf, type RequestView, type ViewOutline } from '../../workflows/domain/request/viewOutline.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import type { TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import { unpackTasks } from '../../workflows/domain/transcript/unpackTasks.ts';
import { askOnce, type Managed, type ManagerAnswer, type ManagerTalk } from '../asking/askOnce.ts';
import { factsFor } from '../transcript/facts.ts';
import { contextLimits, modelRules } from '../asking/modelRules.ts';
import { storeMessages } from '../transcript/storeMessages.ts';

type Selection = Extract<ManagerWork, { kind: 'select' }>;

/** Lets a selector's model choose who speaks, as often as its attempts allow; then the fallback speaks. */
export async function selectSpeaker(
  talk: ManagerTalk,
  defaultModel: string,
  whole: TeamConfig,
  team: TeamConfig,
  selector: SelectorConfig,
  work: Selection,
): Promise<Managed> {
  const candidates = candidatesOf(talk, team, selector, work);
  const [only, ...others] = candidates;
  const names = team.participants.map(({ name }) => name);
  const answers: ManagerAnswer[] = [];
  let speaker = others.length === 0 ? only : undefined;
  const corrections: LlmMessage[] = [];
  for (let attempt = 0; speaker === undefined && attempt < selector.maxAttempts; attempt += 1) {
    const outline = outlineFor(talk, defaultModel, team, selector, { candidates, corrections });
    const answer = await askOnce(talk, attempt, 'select', outline);
    answers.push(answer);
    const judged = judgeSelection(answer.text, names, candidates, {
      previous: work.previous,
      allowRepeatedSpeaker: selector.allowRepeatedSpeaker,
    });
    if (judged.kind === 'chosen') speaker = judged.speaker;
    else {
      corrections.push(
        { role: 'assistant', source: 'selector', content: answer.text },
        { role: 'user', source: 'user', content: judged.feedback },
      );
    }
  }
  const chosen = speaker ?? fallbackSpeaker(selector, candidates, work.previous);
  const messages = await showAnswers(talk, whole, team, selector, answers);
  return { messages, result: { kind: 'selected', speaker: chosen } };
}

/** With team events and streaming on, AutoGen shows each answer of the selector. */
async function showAnswers(
  talk: ManagerTalk,
  whole: TeamConfig,
  team: TeamConfig,
  selector: SelectorConfig,
  answers: readonly ManagerAnswer[],
) {
  if (!team.emitTeamEvents || !selector.streaming) return [];
  const { input, execution, access } = talk;
  const shown = answers.map(({ text }, index) => ({
    seq: input.seq + index,
    type: 'SelectorEvent' as const,
    source: input.speaker,
    content: text,
    body: null,
  }));
  await storeMessages(access.database, { ...input, readBefore: null, execution }, shown);
  return shown.map((message) => factsFor(whole, input.scope, message satisfies TaskMessage));
}

/** A candidate filter narrows all participants, as AutoGen's candidate_func does: repeats are then its own affair. */
function candidatesOf(
  talk: ManagerTalk,
  team: TeamConfig,
  selector: SelectorConfig,
  work: Selection,
): string[] {
  const { candidateFilter } = selector;
  if (candidateFilter === null) return work.candidates;
  const { scope } = talk.input;
  const entries = unpackTasks(talk.transcript.entries);
  const last = heardInTeam(entries, { scope, innerTeams: innerTeamsOf(team, scope) }).at(-1);
  const { source = '', type = '', content = '' } = last ?? {};
  const allowed = team.participants.filter(
    ({ name, description }) =>
      holds(candidateFilter, {
        name,
        description,
        previous: work.previous ?? '',
        last: { source, type, content },
      }) === true,
  );
  if (allowed.length > 0) return allowed.map(({ name }) => name);
  throw ApplicationFailure.nonRetryable(
    `No participant is left by the candidate filter ${candidateFilter}: let it hold for one at least`,
    'model_unexpected_answer',
  );
}

function outlineFor(
  talk: ManagerTalk,
  defaultModel: string,
  team: TeamConfig,
  selector: SelectorConfig,
  ask: { candidates: readonly string[]; corrections: LlmMessage[] },
): ViewOutline {
  const { input, transcript } = talk;
  const { scope } = input;
  const model = modelRules(selector.model, defaultModel);
  const { spoken, rules, parameters, selectsAsSystem } = model;
  const roles = rolesText(team.participants);
  const names = namesText(ask.candidates);
  const view: RequestView = {
    kind: 'selector',
    scope,
    // AutoGen's selector reads what is said behind a participant's tool, too: it is part of the participant's turn.
    innerTeams: [...innerTeamsOf(team, scope), ...toolTeamsOf(team, scope)],
    prompt: selector.prompt ?? SELECTOR_PROMPT,
    fields: { roles, participants: names },
    role: selectsAsSystem ? 'system' : 'user',
    ...(selector.context.initial === undefined ? {} : { initial: selector.context.initial }),
  };
  const slices = contextSlices(selector.context, viewOf(view, transcript.entries), contextLimits(model));
  return {
    renderer: 2,
    agent: input.speaker,
    ...spoken,
    parameters,
    rules,
    view,
    asOf: transcript.asOf,
    before: [],
    appended: [],
    slices,
    after: [...ask.corrections],
    names: wireNamesFor([], ask.corrections),
    tools: null,
    format: null,
  };
}
