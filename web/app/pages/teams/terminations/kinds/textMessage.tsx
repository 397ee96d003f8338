import { useTranslation } from 'react-i18next';
import { NameField } from '../../editor/fields/NameField.tsx';
import { StrangersNote } from '../../editor/fields/StrangersNote.tsx';
import type { TerminationView } from '../terminationView.ts';

export const textMessage: TerminationView<'text_message'> = {
  make: () => ({ kind: 'text_message', source: null }),
  Fields({ path }) {
    const { t } = useTranslation('terminations');
    return (
      <>
        <NameField
          path={[...path, 'source']}
          label={t('text_message.fields.source')}
          placeholder={t('text_message.fields.anyone')}
          nullable
        />
        <StrangersNote path={[...path, 'source']} />
      </>
    );
  },
};
