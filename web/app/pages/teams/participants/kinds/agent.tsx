import { agent as agentOf } from '../../../../../../workflows/domain/team.ts';
import { AgentFields } from '../../editor/participants/AgentFields.tsx';
import { AgentFacts } from '../AgentFacts.tsx';
import type { ParticipantView } from '../participantView.ts';

export const agent: ParticipantView<'agent'> = {
  stem: 'agent',
  make: (name, t) =>
    agentOf({
      name,
      description: t('editor:starts.agent.description'),
      systemMessage: t('editor:starts.agent.systemMessage'),
    }),
  Fields: AgentFields,
  Facts: ({ participant }) => <AgentFacts agent={participant} />,
};
