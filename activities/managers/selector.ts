import { ApplicationFailure } from '@temporalio/common';
import { holds } from '../../platform/expressions.ts';
import { innerTeamsOf, toolTeamsOf } from '../../workflows/domain/conversation/scope.ts';
import { wireNamesFor } from '../../workflows/domain/names/wireNames.ts';
import { judgeSelection } from '../../workflows/domain/patterns/kinds/selector/selection.ts';
import { fallbackSpeaker, type Selection } from '../../workflows/domain/patterns/kinds/selector/selector.ts';
import { heardInTeam } from '../../workflows/domain/request/agentView.ts';
import { contextSlices } from '../../workflows/domain/request/contextSlices.ts';
import type { LlmMessage } from '../../workflows/domain/request/llmMessage.ts';
import { namesText, rolesText, SELECTOR_PROMPT } from '../../workflows/domain/request/selectorHistory.ts';
import { type RequestView, viewOf, type ViewOutline } from '../../workflows/domain/request/viewOutline.ts';
import { unpackTasks } from '../../workflows/domain/transcript/unpackTasks.ts';
import { askOnce, type ManagerAnswer, type ManagerTalk } from '../asking/askOnce.ts';
import { contextLimits, modelRules } from '../asking/modelRules.ts';
import type { Manager, ManagerDesk } from './manager.ts';

type Desk = ManagerDesk<'selector'>;

/** Lets a selector's model choose who speaks, as often as its attempts allow; then the fallback speaks. */
export const selector: Manager<'selector'> = {
  select: async (desk, work) => {
    const { team, config } = desk;
    const talk = desk.talkTo(config.model);
    const candidates = candidatesOf(talk, desk, work);
    const [only, ...others] = candidates;
    const names = team.participants.map(({ name }) => name);
    const answers: ManagerAnswer[] = [];
    let speaker = others.length === 0 ? only : undefined;
    const corrections: LlmMessage[] = [];
    for (let attempt = 0; speaker === undefined && attempt < config.maxAttempts; attempt += 1) {
      const answer = await askOnce(
        talk,
        attempt,
        'select',
        outlineFor(talk, desk, { candidates, corrections }),
      );
      answers.push(answer);
      const judged = judgeSelection(answer.text, names, candidates, {
        previous: work.previous,
        allowRepeatedSpeaker: config.allowRepeatedSpeaker,
      });
      if (judged.kind === 'chosen') speaker = judged.speaker;
      else {
        corrections.push(
          { role: 'assistant', source: 'selector', content: answer.text },
          { role: 'user', source: 'user', content: judged.feedback },
        );
      }
    }
    const chosen = speaker ?? fallbackSpeaker(config, candidates, work.previous);
    return { messages: await showAnswers(desk, answers), result: { kind: 'selected', speaker: chosen } };
  },
};

/** With team events and streaming on, AutoGen shows each answer of the selector. */
async function showAnswers({ team, config, say }: Desk, answers: readonly ManagerAnswer[]) {
  if (!team.emitTeamEvents || !config.streaming) return [];
  return say(answers.map(({ text }) => ({ type: 'SelectorEvent' as const, content: text, body: null })));
}

/** A candidate filter narrows all participants, as AutoGen's candidate_func does: repeats are then its own affair. */
function candidatesOf(talk: ManagerTalk, { team, config }: Desk, work: Selection): string[] {
  const { candidateFilter } = config;
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
    `The candidate filter ${candidateFilter} leaves no participant: change it so that at least one passes`,
    'model_unexpected_answer',
  );
}

function outlineFor(
  talk: ManagerTalk,
  { team, config: selector, defaultModel }: Desk,
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
    // Like AutoGen's, the selector also reads the messages of a team behind a tool: they are part of the
    // participant's turn.
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
