import { useTranslation } from 'react-i18next';
import { TextField } from '../../editor/fields/TextField.tsx';
import type { TerminationView } from '../terminationView.ts';

export const functionCall: TerminationView<'function_call'> = {
  make: () => ({ kind: 'function_call', functionName: 'submit' }),
  Fields({ path }) {
    const { t } = useTranslation('terminations');
    return <TextField path={[...path, 'functionName']} label={t('function_call.fields.functionName')} mono />;
  },
};
