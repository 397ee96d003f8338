import { useTranslation } from 'react-i18next';
import type { CodeExecutorParticipant } from '../../../../../../workflows/domain/team.ts';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import type { Translate } from '../../../../languages/translator.ts';
import { lengthInWords } from '../../../../views/teams/lengthInWords.ts';
import { modelInWords } from '../../../../views/teams/participantInWords.ts';
import { contextInWords } from '../../contexts/registry.ts';
import { useField } from '../../editor/DraftContext.tsx';
import { ContextFields } from '../../editor/fields/ContextFields.tsx';
import { DurationField } from '../../editor/fields/DurationField.tsx';
import { LinesField } from '../../editor/fields/LinesField.tsx';
import { ModelClientFields } from '../../editor/fields/ModelClientFields.tsx';
import { NumberField } from '../../editor/fields/NumberField.tsx';
import { StrangersNote } from '../../editor/fields/StrangersNote.tsx';
import { TextField } from '../../editor/fields/TextField.tsx';
import { Fact } from '../../Fact.tsx';
import type { FactsProps, ParticipantView } from '../participantView.ts';
import { Prompt } from '../Prompt.tsx';

export const codeExecutor: ParticipantView<'code_executor'> = {
  stem: 'code_executor',
  make: (name, t) => ({
    kind: 'code_executor',
    name,
    description: t('editor:starts.codeExecutor.description'),
    systemMessage: '',
    model: 'none',
    context: { kind: 'unbounded' },
    sources: null,
    maxRetriesOnError: 0,
    supportedLanguages: ['python'],
    timeoutSeconds: 60,
  }),
  Fields,
  Facts,
};

function Fields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('participants');
  const { value: model } = useField([...path, 'model']);
  return (
    <>
      <ModelClientFields path={[...path, 'model']} label={t('code_executor.fields.model')} canBeNone />
      {model === 'none' ? null : (
        <>
          <TextField
            path={[...path, 'systemMessage']}
            label={t('code_executor.fields.systemMessage')}
            rows={4}
          />
          <ContextFields path={[...path, 'context']} />
          <NumberField
            path={[...path, 'maxRetriesOnError']}
            label={t('code_executor.fields.maxRetriesOnError')}
          />
        </>
      )}
      <LinesField
        path={[...path, 'sources']}
        label={t('code_executor.fields.sources')}
        hint={t('code_executor.fields.sourcesHint')}
        nullable
        mono
      />
      <StrangersNote path={[...path, 'sources']} />
      <LinesField
        path={[...path, 'supportedLanguages']}
        label={t('code_executor.fields.supportedLanguages')}
        hint={t('code_executor.fields.supportedLanguagesHint')}
        mono
      />
      <DurationField path={[...path, 'timeoutSeconds']} label={t('code_executor.fields.timeoutSeconds')} />
    </>
  );
}

function Facts({ participant: executor }: FactsProps<'code_executor'>) {
  const { t, i18n } = useTranslation('participants');
  const { model } = executor;
  const limits = {
    length: lengthInWords(i18n.t, executor.timeoutSeconds),
    count: executor.maxRetriesOnError,
  };
  return (
    <dl className="space-y-3">
      <Fact label={t('code_executor.facts.runs')}>
        <p>{codeInWords(i18n.t, executor)}</p>
        <p>{t('code_executor.facts.languages', { languages: executor.supportedLanguages.join(', ') })}</p>
        <p>{t('code_executor.facts.limits', limits)}</p>
      </Fact>
      {model === 'none' ? null : (
        <>
          <Fact label={t('code_executor.facts.systemMessage')}>
            <Prompt>{executor.systemMessage}</Prompt>
          </Fact>
          <Fact label={t('code_executor.facts.model')}>{modelInWords(i18n.t, model)}</Fact>
          <Fact label={t('code_executor.facts.context')}>{contextInWords(i18n.t, executor.context)}</Fact>
        </>
      )}
    </dl>
  );
}

/** Whose code it runs. */
function codeInWords(t: Translate, { sources, model }: CodeExecutorParticipant): string {
  if (sources === null) {
    return t(
      model === 'none'
        ? 'participants:code_executor.facts.everyones'
        : 'participants:code_executor.facts.everyonesAndOwn',
    );
  }
  const names = sources.join(', ');
  return model === 'none'
    ? t('participants:code_executor.facts.theirs', { sources: names })
    : t('participants:code_executor.facts.theirsAndOwn', { sources: names });
}
