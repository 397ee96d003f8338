import type { HumanTask, Resolution } from '../tasks/registry.ts';
import type { ConversationState, SpeakerStep } from './state.ts';
import { teamsOf } from './teams.ts';

/** A task and where the conversation waits for it; `index` is the tool call's, where it is about one. */
export interface PlacedTask {
  scope: string;
  speaker: string;
  index: number | null;
  task: HumanTask;
  /** Set once it is decided, while the decision is carried out. */
  resolution: Resolution | null;
}

/** Everything that waits on a person or has its decision carried out. */
export function placedTasks(state: ConversationState): PlacedTask[] {
  return teamsOf(state).flatMap(({ scope, team }) =>
    team.active.flatMap(({ speaker, step }) =>
      tasksOf(step).map((placed) => ({ scope, speaker, ...placed })),
    ),
  );
}

/** The tasks that wait for a person. */
export function openTasks(state: ConversationState): HumanTask[] {
  return placedTasks(state).flatMap(({ task, resolution }) => (resolution === null ? [task] : []));
}

function tasksOf(step: SpeakerStep): Omit<PlacedTask, 'scope' | 'speaker'>[] {
  if (step.kind === 'task') return [{ index: null, task: step.task, resolution: null }];
  if (step.kind === 'settle') return [{ index: null, task: step.task, resolution: step.resolution }];
  if (step.kind !== 'tools') return [];
  return step.calls.flatMap(({ index, progress }): Omit<PlacedTask, 'scope' | 'speaker'>[] => {
    if (progress.kind === 'task') return [{ index, task: progress.task, resolution: null }];
    if (progress.kind === 'settle') {
      return [{ index, task: progress.task, resolution: progress.resolution }];
    }
    return [];
  });
}
