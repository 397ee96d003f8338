import type { Vote } from './kind.ts';
import { type HumanTask, type TaskKind, voteOf } from './registry.ts';

/** A task with a person's vote on it, in place of what they have voted before. */
export function withVote(task: HumanTask, vote: Vote): HumanTask {
  const others = (task.votes ?? []).filter(({ userId }) => userId !== vote.userId);
  return { ...task, votes: [...others, vote] };
}

/**
 * Whether the votes on a task decide it: the first one against it, as what one person has a reason to stop is not to be outvoted, or as
 * many for it as are needed.
 */
export function isDecided(task: HumanTask): boolean {
  const votes = task.votes ?? [];
  const isAgainst = votes.some(({ decision }) => voteOf(task.kind, decision) === 'against');
  return isAgainst || votesFor(task) >= (task.quorum ?? 1);
}

/** How many have approved a task. */
export function votesFor({
  kind,
  votes = [],
}: {
  kind: TaskKind;
  votes?: readonly Pick<Vote, 'decision'>[];
}): number {
  return votes.filter(({ decision }) => voteOf(kind, decision) === 'for').length;
}
