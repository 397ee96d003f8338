import {
  agent as anyAgent,
  type AgentParticipant,
  type Participant,
  team as anyTeam,
  type TeamConfig,
} from '../../workflows/domain/team.ts';

/** An agent that does its part. */
export function agent(name: string, changes: Partial<AgentParticipant> = {}): AgentParticipant {
  return anyAgent({
    name,
    description: `${name} does its part.`,
    systemMessage: `You are ${name}.`,
    ...changes,
  });
}

/** A round robin that ends on APPROVE or at twenty messages. */
export function team(participants: Participant[], changes: Partial<TeamConfig> = {}): TeamConfig {
  return anyTeam({
    participants,
    termination: {
      kind: 'or',
      conditions: [
        { kind: 'text_mention', text: 'APPROVE', sources: null },
        { kind: 'max_messages', maxMessages: 20, includeAgentEvents: false },
      ],
    },
    ...changes,
  });
}
