import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { ModelClientFields } from '../editor/fields/ModelClientFields.tsx';
import { NumberField } from '../editor/fields/NumberField.tsx';
import { TextField } from '../editor/fields/TextField.tsx';

/** The orchestrator's fields: its identity and its limits. */
export function MagenticOneFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('patterns');
  return (
    <>
      <ModelClientFields path={[...path, 'model']} label={t('magentic_one.fields.model')} />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3">
        <NumberField path={[...path, 'maxStalls']} label={t('magentic_one.fields.maxStalls')} />
        <NumberField
          path={[...path, 'maxResets']}
          label={t('magentic_one.fields.maxResets')}
          placeholder={t('magentic_one.fields.noLimit')}
        />
      </div>
      <TextField
        path={[...path, 'finalAnswerPrompt']}
        label={t('magentic_one.fields.finalAnswerPrompt')}
        hint={t('magentic_one.fields.finalAnswerPromptHint')}
        rows={3}
        nullable
      />
    </>
  );
}
