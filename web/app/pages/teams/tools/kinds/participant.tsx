import { useTranslation } from 'react-i18next';
import { agent } from '../../../../../../workflows/domain/team.ts';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { CheckField } from '../../editor/fields/CheckField.tsx';
import { NameAndDescription } from '../../editor/tools/NameAndDescription.tsx';
import { ParticipantToolFields } from '../../editor/tools/ParticipantToolFields.tsx';
import type { ToolView } from '../toolView.ts';

export const participant: ToolView<'participant'> = {
  make: (t) => ({
    kind: 'participant',
    name: 'ask_expert',
    description: t('editor:starts.participant.description'),
    participant: agent({ name: 'expert', systemMessage: t('editor:starts.participant.systemMessage') }),
    returnsLastOnly: true,
  }),
  title: ({ name }) => name,
  Fields,
};

function Fields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('tools');
  return (
    <>
      <NameAndDescription path={path} />
      <CheckField path={[...path, 'returnsLastOnly']} label={t('participant.fields.returnsLastOnly')} />
      <ParticipantToolFields path={path} />
    </>
  );
}
