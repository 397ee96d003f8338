import fc from 'fast-check';
import type { PlannedParticipant, TeamPlan } from '../../workflows/domain/plan.ts';
import type { ReviewPolicy } from '../../workflows/domain/team.ts';
import { anyPlannedPattern } from './randomPattern.ts';
import { anyCondition } from './randomTermination.ts';

/** Tools that a random agent may call; the first may be a team. */
export const TOOLS = ['research', 'pay', 'look_up'] as const;

/** How many levels deep teams may be nested. */
const DEPTH = 2;

const review = fc.record({
  deadlineSeconds: fc.constant(60),
  onDeadline: fc.constantFrom('approve' as const, 'discard' as const, 'stop' as const),
});

const anyReview: fc.Arbitrary<ReviewPolicy | null> = fc.option(review, { freq: 3 });
const noTeams: fc.Arbitrary<Record<string, TeamPlan>> = fc.constant({});

const person = fc.record({
  kind: fc.constant('person' as const),
  deadlineSeconds: fc.constant(60),
  onDeadline: fc.constantFrom('skip' as const, 'stop' as const),
});

const codeExecutor = fc.record({
  kind: fc.constant('code_executor' as const),
  writesCode: fc.boolean(),
  maxRetriesOnError: fc.nat({ max: 2 }),
});

type Nameless<Participant> = Participant extends { name: string } ? Omit<Participant, 'name'> : never;

function agentAbove(inner: fc.Arbitrary<TeamPlan> | null): fc.Arbitrary<Nameless<PlannedParticipant>> {
  const behind = inner === null ? noTeams : inner.map((team) => ({ [TOOLS[0]]: team }));
  return fc.record({
    kind: fc.constant('agent' as const),
    review: anyReview,
    maxToolIterations: fc.integer({ min: 1, max: 3 }),
    reflectOnToolUse: fc.boolean(),
    teams: fc.oneof({ weight: 3, arbitrary: noTeams }, { weight: 1, arbitrary: behind }),
  });
}

function participantAbove(inner: fc.Arbitrary<TeamPlan> | null): fc.Arbitrary<Nameless<PlannedParticipant>> {
  const alone: fc.WeightedArbitrary<Nameless<PlannedParticipant>>[] = [
    { weight: 5, arbitrary: agentAbove(inner) },
    { weight: 2, arbitrary: person },
    { weight: 1, arbitrary: codeExecutor },
  ];
  if (inner === null) return fc.oneof(...alone);
  const around = fc.record({ kind: fc.constantFrom('team' as const, 'society' as const), team: inner });
  return fc.oneof(...alone, { weight: 2, arbitrary: around });
}

function planOfDepth(depth: number): fc.Arbitrary<TeamPlan> {
  const participant = participantAbove(depth === 0 ? null : planOfDepth(depth - 1));
  return fc
    .array(participant, { minLength: 1, maxLength: depth === DEPTH ? 4 : 2 })
    .map((participants) =>
      participants.map((each, index): PlannedParticipant => ({ ...each, name: `p${String(index)}` })),
    )
    .chain((participants) =>
      fc.record({
        participants: fc.constant(participants),
        pattern: anyPlannedPattern(participants.map(({ name }) => name)),
        termination: fc.option(anyCondition, { freq: 2 }),
        maxTurns: depth === DEPTH ? fc.option(fc.integer({ min: 1, max: 12 })) : fc.constantFrom(1, 2),
        emitTeamEvents: fc.boolean(),
      }),
    );
}

/** A team with any pattern and any kinds of participants, including inner teams. */
export const anyPlan: fc.Arbitrary<TeamPlan> = planOfDepth(DEPTH);
