import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { askingInWords } from '../../askingInWords.ts';
import { inputInWords } from '../../deadlineInWords.ts';
import { AskingFields } from '../../editor/fields/AskingFields.tsx';
import { ChoiceField } from '../../editor/fields/ChoiceField.tsx';
import { DurationField } from '../../editor/fields/DurationField.tsx';
import { TextField } from '../../editor/fields/TextField.tsx';
import { Fact } from '../../Fact.tsx';
import type { FactsProps, ParticipantView } from '../participantView.ts';
import { Prompt } from '../Prompt.tsx';

export const person: ParticipantView<'person'> = {
  stem: 'person',
  make: (name, t) => ({
    kind: 'person',
    name,
    description: t('editor:starts.person.description'),
    prompt: t('editor:starts.person.prompt'),
    deadlineSeconds: 7 * 24 * 60 * 60,
    onDeadline: 'stop',
  }),
  isBehindNoTool: true,
  Fields,
  Facts,
};

function Fields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('participants');
  const deadlines = (['skip', 'stop'] as const).map((value) => ({
    value,
    label: t(`person.fields.then.${value}`),
  }));
  return (
    <>
      <TextField path={[...path, 'prompt']} label={t('person.fields.prompt')} rows={2} />
      <DurationField path={[...path, 'deadlineSeconds']} label={t('person.fields.deadlineSeconds')} />
      <ChoiceField path={[...path, 'onDeadline']} label={t('person.fields.onDeadline')} choices={deadlines} />
      <AskingFields path={[...path, 'asking']} />
    </>
  );
}

function Facts({ participant }: FactsProps<'person'>) {
  const { t, i18n } = useTranslation(['participants', 'editor']);
  return (
    <dl className="space-y-3">
      <Fact label={t('person.facts.prompt')}>
        <Prompt>{participant.prompt}</Prompt>
      </Fact>
      <Fact label={t('person.facts.deadline')}>{inputInWords(i18n.t, participant)}</Fact>
      {participant.asking === undefined ? null : (
        <Fact label={t('editor:asking.label')}>{askingInWords(i18n.t, participant.asking)}</Fact>
      )}
    </dl>
  );
}
