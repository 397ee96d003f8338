import type { MessageFacts } from '../../workflows/domain/message.ts';
import type { PlannedAgent, PlannedParticipant, TeamPlan } from '../../workflows/domain/plan.ts';

/** The time of everything in tests to which time does not matter. */
export const NOW_MS = 1_700_000_000_000;

/** An agent that speaks and has nothing else. */
export function plannedAgent(name: string, changes: Partial<PlannedAgent> = {}): PlannedAgent {
  return {
    kind: 'agent',
    name,
    review: null,
    maxToolIterations: 1,
    reflectOnToolUse: false,
    teams: {},
    ...changes,
  };
}

/** A round robin that does not end. */
export function planWith(participants: PlannedParticipant[], changes: Partial<TeamPlan> = {}): TeamPlan {
  return {
    pattern: { kind: 'round_robin' },
    participants,
    termination: null,
    maxTurns: null,
    emitTeamEvents: false,
    ...changes,
  };
}

/** What the workflow knows about a plain text. */
export function facts(seq: number, source: string, ...mentions: string[]): MessageFacts {
  return { seq, type: 'TextMessage', source, mentions };
}
