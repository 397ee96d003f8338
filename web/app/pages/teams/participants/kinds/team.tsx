import { newInnerTeam } from '../../editor/newParts.ts';
import { InnerTeamFields } from '../../editor/participants/InnerTeamFields.tsx';
import type { ParticipantView } from '../participantView.ts';

export const team: ParticipantView<'team'> = {
  stem: 'inner_team',
  make: (name, t) => ({
    kind: 'team',
    name,
    description: t('editor:starts.innerTeam.description'),
    team: newInnerTeam(t),
  }),
  isNamedFreely: true,
  Fields: InnerTeamFields,
  Facts: ({ participant, innerTeam }) => innerTeam(participant.team),
};
