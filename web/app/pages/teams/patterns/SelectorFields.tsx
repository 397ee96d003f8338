import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { CheckField } from '../editor/fields/CheckField.tsx';
import { ContextFields } from '../editor/fields/ContextFields.tsx';
import { ModelClientFields } from '../editor/fields/ModelClientFields.tsx';
import { NumberField } from '../editor/fields/NumberField.tsx';
import { TextField } from '../editor/fields/TextField.tsx';

const FILTER_EXAMPLE = 'name != "critic" || last.source == "writer"';

/** The selector's fields: who selects, and how. */
export function SelectorFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('patterns');
  return (
    <>
      <ModelClientFields path={[...path, 'model']} label={t('selector.fields.model')} />
      <TextField
        path={[...path, 'prompt']}
        label={t('selector.fields.prompt')}
        hint={t('selector.fields.promptHint')}
        rows={4}
        nullable
      />
      <CheckField
        path={[...path, 'allowRepeatedSpeaker']}
        label={t('selector.fields.allowRepeatedSpeaker')}
      />
      <NumberField path={[...path, 'maxAttempts']} label={t('selector.fields.maxAttempts')} />
      <TextField
        path={[...path, 'candidateFilter']}
        label={t('selector.fields.candidateFilter')}
        hint={t('selector.fields.candidateFilterHint')}
        placeholder={FILTER_EXAMPLE}
        nullable
        mono
      />
      <CheckField path={[...path, 'streaming']} label={t('selector.fields.streaming')} />
      <ContextFields path={[...path, 'context']} />
    </>
  );
}
