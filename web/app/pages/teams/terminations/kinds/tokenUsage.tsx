import { useTranslation } from 'react-i18next';
import { NumberField } from '../../editor/fields/NumberField.tsx';
import type { TerminationView } from '../terminationView.ts';

export const tokenUsage: TerminationView<'token_usage'> = {
  make: () => ({ kind: 'token_usage', maxTotal: 100_000, maxPrompt: null, maxCompletion: null }),
  Fields({ path }) {
    const { t } = useTranslation('terminations');
    const noLimit = t('token_usage.fields.noLimit');
    return (
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,7rem),1fr))] gap-3">
        <NumberField
          path={[...path, 'maxTotal']}
          label={t('token_usage.fields.maxTotal')}
          placeholder={noLimit}
        />
        <NumberField
          path={[...path, 'maxPrompt']}
          label={t('token_usage.fields.maxPrompt')}
          placeholder={noLimit}
        />
        <NumberField
          path={[...path, 'maxCompletion']}
          label={t('token_usage.fields.maxCompletion')}
          placeholder={noLimit}
        />
      </div>
    );
  },
};
