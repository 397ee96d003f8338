import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { NumberField } from '../../editor/fields/NumberField.tsx';
import type { ContextView } from '../contextView.ts';

export const buffered: ContextView<'buffered'> = {
  make: () => ({ kind: 'buffered', size: 20 }),
  inWords: (t, { size }) => t('contexts:buffered.inWords', { count: size }),
  Fields,
};

function Fields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('contexts');
  return <NumberField path={[...path, 'size']} label={t('buffered.fields.size')} />;
}
