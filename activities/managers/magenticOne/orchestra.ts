import { innerTeamsOf } from '../../../workflows/domain/conversation/scope.ts';
import type { Json } from '../../../workflows/domain/json.ts';
import { wireNamesFor } from '../../../workflows/domain/names/wireNames.ts';
import type { LlmMessage } from '../../../workflows/domain/request/llmMessage.ts';
import { rolesText } from '../../../workflows/domain/request/selectorHistory.ts';
import { type RequestView, viewOf, type ViewOutline } from '../../../workflows/domain/request/viewOutline.ts';
import type { ManagerTalk } from '../../asking/askOnce.ts';
import { modelRules } from '../../asking/modelRules.ts';
import type { ManagerDesk } from '../manager.ts';

/** An orchestrator's desk, with the one model that it asks. */
export interface Orchestra extends ManagerDesk<'magentic_one'> {
  talk: ManagerTalk;
}

export function orchestra(desk: ManagerDesk<'magentic_one'>): Orchestra {
  return { ...desk, talk: desk.talkTo(desk.config.model) };
}

/** The outline of one of its requests: the thread or nothing, then `after`. */
export function request(
  { talk, config, team, defaultModel }: Orchestra,
  ask: { view: 'none' | 'thread'; after: LlmMessage[]; format?: Json },
): ViewOutline {
  const { input, transcript } = talk;
  const { spoken, rules, parameters } = modelRules(config.model, defaultModel);
  const { scope, speaker: manager } = input;
  const view: RequestView =
    ask.view === 'none'
      ? { kind: 'none' }
      : { kind: 'manager', scope, innerTeams: innerTeamsOf(team, scope), manager };
  const thread = viewOf(view, transcript.entries);
  return {
    renderer: 2,
    agent: manager,
    ...spoken,
    parameters,
    rules,
    view,
    asOf: transcript.asOf,
    before: [],
    appended: [],
    slices: [{ kind: 'view', from: 0, to: thread.length }],
    after: ask.after,
    names: wireNamesFor([], [...thread, ...ask.after]),
    tools: null,
    format: ask.format ?? null,
  };
}

/** The participants with their descriptions, as its prompts list them. */
export function roles({ team }: Orchestra): string {
  return rolesText(team.participants);
}

/** A message to the model, as from a user. */
export function userMessage({ talk }: Orchestra, content: string): LlmMessage {
  return { role: 'user', source: talk.input.speaker, content };
}

/** An earlier answer of the model. */
export function assistantMessage({ talk }: Orchestra, content: string): LlmMessage {
  return { role: 'assistant', source: talk.input.speaker, content };
}

/** A prompt of AutoGen's with its {fields} filled in. */
export function fill(template: string, fields: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (match, name: string) => fields[name] ?? match);
}
