import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { ContextFields } from '../fields/ContextFields.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { LinesField } from '../fields/LinesField.tsx';
import { ModelClientFields } from '../fields/ModelClientFields.tsx';
import { NumberField } from '../fields/NumberField.tsx';
import { StrangersNote } from '../fields/StrangersNote.tsx';
import { TextField } from '../fields/TextField.tsx';

/** What only a code executor has. */
export function CodeExecutorFields({ path }: { path: TeamPath }) {
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
