import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { ModelClientFields } from '../../editor/fields/ModelClientFields.tsx';
import { NumberField } from '../../editor/fields/NumberField.tsx';
import { TextField } from '../../editor/fields/TextField.tsx';
import type { ContextView } from '../contextView.ts';

export const summarizing: ContextView<'summarizing'> = {
  make: () => ({ kind: 'summarizing', keep: 20, summarizeAfter: 20, model: null, prompt: null }),
  inWords: (t, { keep, summarizeAfter }) =>
    t('contexts:summarizing.inWords', { keep, after: summarizeAfter }),
  Fields,
};

function Fields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('contexts');
  return (
    <div className="space-y-4">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3">
        <NumberField path={[...path, 'keep']} label={t('summarizing.fields.keep')} />
        <NumberField path={[...path, 'summarizeAfter']} label={t('summarizing.fields.summarizeAfter')} />
      </div>
      <ModelClientFields path={[...path, 'model']} label={t('summarizing.fields.model')} />
      <TextField
        path={[...path, 'prompt']}
        label={t('summarizing.fields.prompt')}
        placeholder={t('summarizing.fields.ownPrompt')}
        rows={3}
        nullable
      />
    </div>
  );
}
