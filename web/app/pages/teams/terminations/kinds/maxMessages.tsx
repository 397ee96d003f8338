import { useTranslation } from 'react-i18next';
import { CheckField } from '../../editor/fields/CheckField.tsx';
import { NumberField } from '../../editor/fields/NumberField.tsx';
import type { TerminationView } from '../terminationView.ts';

export const maxMessages: TerminationView<'max_messages'> = {
  make: () => ({ kind: 'max_messages', maxMessages: 12, includeAgentEvents: false }),
  Fields({ path }) {
    const { t } = useTranslation('terminations');
    return (
      <>
        <NumberField path={[...path, 'maxMessages']} label={t('max_messages.fields.maxMessages')} />
        <CheckField
          path={[...path, 'includeAgentEvents']}
          label={t('max_messages.fields.includeAgentEvents')}
        />
      </>
    );
  },
};
