import type { AgentParticipant, Participant, TeamConfig } from '../../workflows/domain/team.ts';

/** An agent that does its part. */
export function agent(name: string, changes: Partial<AgentParticipant> = {}): AgentParticipant {
  return {
    kind: 'agent',
    name,
    description: `${name} does its part.`,
    systemMessage: `You are ${name}.`,
    model: null,
    temperature: null,
    review: null,
    ...changes,
  };
}

/** A round robin that ends on APPROVE or at twenty messages. */
export function team(participants: Participant[], changes: Partial<TeamConfig> = {}): TeamConfig {
  return {
    pattern: { kind: 'round_robin' },
    participants,
    termination: {
      kind: 'or',
      conditions: [
        { kind: 'text_mention', text: 'APPROVE', sources: null },
        { kind: 'max_messages', maxMessages: 20 },
      ],
    },
    maxTurns: null,
    ...changes,
  };
}
