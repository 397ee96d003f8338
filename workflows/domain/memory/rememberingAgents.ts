import { participantsWithin } from '../participantsWithin.ts';
import type { AgentParticipant, TeamConfig } from '../team.ts';
import { kindOfMemory } from './registry.ts';

/** The agents that are given the team's long-term memory, in inner teams and behind tools too, in the team's order. */
export function rememberingAgents(team: Pick<TeamConfig, 'participants'>): AgentParticipant[] {
  return participantsWithin(team).flatMap(({ participant }) =>
    participant.kind === 'agent' && recalledFor(participant) > 0 ? [participant] : [],
  );
}

/** How many entries of the team's memory an agent is given at most; 0: it has none. */
export function recalledFor({ memory }: Pick<AgentParticipant, 'memory'>): number {
  return Math.max(0, ...memory.map((each) => kindOfMemory(each).recalls(each)));
}
