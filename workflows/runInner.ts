import type { At } from './domain/conversation/event.ts';
import type { RunningConversation, RunTeam } from './runningConversation.ts';

/** Runs the inner team that a speaker's turn (or a tool call of it) is, to its end or to where it has to come back. */
export async function runInner(
  running: RunningConversation,
  at: At & { index: number | null },
  innerScope: string,
  runTeam: RunTeam,
): Promise<'ended' | 'interrupted'> {
  await runTeam(running, innerScope);
  if (running.team(innerScope).outcome === null) return 'interrupted';
  running.apply({ kind: 'inner_ended', ...at });
  return 'ended';
}
