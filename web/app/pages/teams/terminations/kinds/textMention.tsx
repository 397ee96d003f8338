import { useTranslation } from 'react-i18next';
import { LinesField } from '../../editor/fields/LinesField.tsx';
import { StrangersNote } from '../../editor/fields/StrangersNote.tsx';
import { TextField } from '../../editor/fields/TextField.tsx';
import type { TerminationView } from '../terminationView.ts';

export const textMention: TerminationView<'text_mention'> = {
  make: () => ({ kind: 'text_mention', text: 'TERMINATE', sources: null }),
  Fields({ path }) {
    const { t } = useTranslation('terminations');
    return (
      <>
        <TextField path={[...path, 'text']} label={t('text_mention.fields.text')} />
        <LinesField
          path={[...path, 'sources']}
          label={t('text_mention.fields.sources')}
          hint={t('text_mention.fields.sourcesHint')}
          nullable
          mono
        />
        <StrangersNote path={[...path, 'sources']} />
      </>
    );
  },
};
