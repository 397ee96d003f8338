import type { ToolKind } from '../kind.ts';

/** A participant whose answer is a tool's result (AutoGen's AgentTool and TeamTool). */
export interface ParticipantTool<Participant> {
  kind: 'participant';
  name: string;
  description: string;
  /** An agent's tool is its reply to the task; a team's is its last message, or all with `source: text`. */
  participant: Participant;
  returnsLastOnly: boolean;
}

export const participant: ToolKind<ParticipantTool<unknown>> = {
  nameOf: ({ name }) => name,
  // A team has one run at a time.
  remembers: true,
  behind: ({ name, description, participant: who, returnsLastOnly }) => ({
    name,
    description,
    participant: who,
    returnsLastOnly,
  }),
};
