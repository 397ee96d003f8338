import type { ReplayVerdict } from '../../../../workflows/domain/replay/verdict.ts';

/** What came of replaying one of Temporal's runs of a conversation. */
export interface ReplayedExecution {
  /** The conversation's run, from 0. */
  run: number;
  /** Temporal's id of it; null: Temporal has nothing of this run any more. */
  runId: string | null;
  /** Whether a reset has replaced it from some event on. */
  replaced: boolean;
  verdict: ReplayVerdict;
}

/** What came of replaying a conversation, newest run first. */
export interface ConversationReplay {
  executions: ReplayedExecution[];
  outcome: ReplayVerdict['kind'];
}

/** Differs if one does; agrees if all do that can be replayed, and at least one can. */
export function outcomeOf(executions: readonly ReplayedExecution[]): ReplayVerdict['kind'] {
  const kinds = new Set(executions.map(({ verdict }) => verdict.kind));
  if (kinds.has('differs')) return 'differs';
  return kinds.has('agrees') ? 'agrees' : 'refused';
}
