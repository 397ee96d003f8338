import type { ongoingStates } from '../recordStates.ts';
import { kindOf } from '../tasks/registry.ts';
import { openTasks } from './openTasks.ts';
import { scopeTitle } from './scope.ts';
import type { ConversationState } from './state.ts';
import { teamsOf } from './teams.ts';

/** The state of a running conversation, as in the run history. */
export type OngoingState = Exclude<(typeof ongoingStates)[number], 'starting'>;

/** The ongoing state that a control state amounts to. */
export function ongoingState(state: ConversationState): OngoingState {
  const kinds = openTasks(state).map(kindOf);
  if (kinds.some(({ whileOpen }) => whileOpen === 'parked')) return 'parked';
  if (kinds.some(({ whileOpen }) => whileOpen === 'waiting')) return 'waiting';
  if (kinds.length > 0) return 'sleeping';
  return state.paused && state.active.length === 0 ? 'paused' : 'running';
}

/** The conversation in two lines of Markdown, for readers of its workflow in Temporal's own UI. */
export function describeState(state: ConversationState): string {
  if (state.outcome !== null)
    return `**${state.outcome.state}**: ${state.outcome.stopReason ?? 'at its end'}`;
  const speakers = teamsOf(state)
    .flatMap(({ scope, team }) =>
      team.active.map(
        ({ speaker, step }) => `${[scopeTitle(scope), speaker].filter(Boolean).join(' / ')} (${step.kind})`,
      ),
    )
    .join(', ');
  const tasks = openTasks(state).map(({ kind, speaker }) => `${kind} for ${speaker}`);
  return [
    `**${ongoingState(state)}**, ${String(state.nextTurn)} turns, ${String(state.nextSeq)} messages`,
    speakers === '' ? 'Between turns' : `Now: ${speakers}`,
    ...tasks.map((task) => `Waits on a person: ${task}`),
  ].join('\n\n');
}
