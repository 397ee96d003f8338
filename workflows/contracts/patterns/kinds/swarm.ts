import { z } from 'zod';
import type { Participant, TeamConfig } from '../../../domain/team.ts';
import type { TerminationCondition } from '../../../domain/terminations/condition.ts';
import type { Report } from '../../autogen/report.ts';
import { autogenFinding, teamFinding } from '../../findings/finding.ts';
import { object } from '../../teamSchema/fields.ts';
import type { PatternContract } from '../contract.ts';

export const swarm: PatternContract<'swarm'> = {
  config: object({ kind: z.literal('swarm') }),
  planned: z.object({ kind: z.literal('swarm') }),
  state: z.object({
    kind: z.literal('swarm'),
    current: z.string().nullable(),
    handoff: z.object({ target: z.string(), source: z.string() }).nullable(),
  }),
  works: {},
  faults: (_pattern, { participants: [first] }) =>
    first === undefined || canHandOver(first)
      ? []
      : [
          {
            path: ['participants', 0],
            message: teamFinding('swarmFirst'),
          },
        ],
  autogen: {
    component: 'Swarm',
    description: 'A team of agents.',
    read: () => ({ kind: 'swarm' }),
    readNotes: noteLooseHandoffs,
    write: () => ({}),
  },
};

/** AutoGen's rule: an agent without handoffs counts, a society or a code executor does not. */
function canHandOver(participant: Participant): boolean {
  return participant.kind === 'person' || participant.kind === 'agent';
}

/** A handoff to nobody in the team ends a run: if no condition waits for it, it may be a mistake. */
function noteLooseHandoffs(
  { participants, termination }: Pick<TeamConfig, 'participants' | 'termination'>,
  report: Report,
): void {
  const expected = [...participants.map(({ name }) => name), ...awaitedHandoffs(termination)];
  for (const participant of participants) {
    if (participant.kind !== 'agent') continue;
    for (const handoff of participant.handoffs) {
      const path = report.origins.get(handoff);
      if (expected.includes(handoff.target) || path === undefined) continue;
      report.notes.push({
        path,
        message: autogenFinding('looseHandoff', { name: handoff.target }),
      });
    }
  }
}

function awaitedHandoffs(condition: TerminationCondition | null): string[] {
  if (condition === null) return [];
  if (condition.kind === 'handoff') return [condition.target];
  return condition.kind === 'and' || condition.kind === 'or'
    ? condition.conditions.flatMap(awaitedHandoffs)
    : [];
}
