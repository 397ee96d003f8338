import { useTranslation } from 'react-i18next';
import { TextField } from '../../editor/fields/TextField.tsx';
import type { TerminationView } from '../terminationView.ts';

export const expression: TerminationView<'expression'> = {
  make: () => ({ kind: 'expression', expression: 'content.contains("DONE")' }),
  Fields({ path }) {
    const { t } = useTranslation('terminations');
    return (
      <TextField
        path={[...path, 'expression']}
        label={t('expression.fields.expression')}
        hint={t('expression.fields.expressionHint')}
        mono
      />
    );
  },
};
