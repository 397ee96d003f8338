import { useTranslation } from 'react-i18next';
import { SOCIETY } from '../../../../../../workflows/contracts/autogen/defaults.ts';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { modelInWords } from '../../../../views/teams/participantInWords.ts';
import { ContextFields } from '../../editor/fields/ContextFields.tsx';
import { ModelClientFields } from '../../editor/fields/ModelClientFields.tsx';
import { TextField } from '../../editor/fields/TextField.tsx';
import { newInnerTeam } from '../../editor/newParts.ts';
import { InnerTeamFields } from '../../editor/participants/InnerTeamFields.tsx';
import { Fact } from '../../Fact.tsx';
import type { FactsProps, ParticipantView } from '../participantView.ts';
import { Prompt } from '../Prompt.tsx';

export const society: ParticipantView<'society'> = {
  stem: 'society',
  make: (name, t) => ({
    kind: 'society',
    name,
    ...SOCIETY,
    team: newInnerTeam(t),
    model: null,
    context: { kind: 'unbounded' },
  }),
  Fields,
  Facts,
};

function Fields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('participants');
  return (
    <>
      <ModelClientFields path={[...path, 'model']} label={t('society.fields.model')} />
      <TextField path={[...path, 'instruction']} label={t('society.fields.instruction')} rows={3} />
      <TextField path={[...path, 'responsePrompt']} label={t('society.fields.responsePrompt')} rows={3} />
      <ContextFields path={[...path, 'context']} />
      <InnerTeamFields path={path} />
    </>
  );
}

function Facts({ participant, innerTeam }: FactsProps<'society'>) {
  const { t, i18n } = useTranslation('participants');
  return (
    <>
      <dl className="space-y-3">
        <Fact label={t('society.facts.how')}>{t('society.facts.howHint')}</Fact>
        <Fact label={t('society.facts.before')}>
          <Prompt>{participant.instruction}</Prompt>
        </Fact>
        <Fact label={t('society.facts.after')}>
          <Prompt>{participant.responsePrompt}</Prompt>
        </Fact>
        <Fact label={t('society.facts.model')}>{modelInWords(i18n.t, participant.model)}</Fact>
      </dl>
      {innerTeam(participant.team)}
    </>
  );
}
