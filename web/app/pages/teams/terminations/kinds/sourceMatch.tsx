import { useTranslation } from 'react-i18next';
import { LinesField } from '../../editor/fields/LinesField.tsx';
import { StrangersNote } from '../../editor/fields/StrangersNote.tsx';
import type { TerminationView } from '../terminationView.ts';

export const sourceMatch: TerminationView<'source_match'> = {
  make: () => ({ kind: 'source_match', sources: ['user'] }),
  Fields({ path }) {
    const { t } = useTranslation('terminations');
    return (
      <>
        <LinesField
          path={[...path, 'sources']}
          label={t('source_match.fields.sources')}
          hint={t('source_match.fields.sourcesHint')}
          mono
        />
        <StrangersNote path={[...path, 'sources']} />
      </>
    );
  },
};
