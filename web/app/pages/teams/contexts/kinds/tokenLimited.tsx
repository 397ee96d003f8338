import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { NumberField } from '../../editor/fields/NumberField.tsx';
import type { ContextView } from '../contextView.ts';

export const tokenLimited: ContextView<'token_limited'> = {
  make: () => ({ kind: 'token_limited', limit: null }),
  inWords: (t, { limit }) =>
    limit === null
      ? t('contexts:token_limited.byWindow')
      : t('contexts:token_limited.inWords', { count: limit }),
  Fields,
};

function Fields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('contexts');
  return (
    <NumberField
      path={[...path, 'limit']}
      label={t('token_limited.fields.limit')}
      placeholder={t('token_limited.fields.byWindow')}
    />
  );
}
