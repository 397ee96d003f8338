import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { NumberField } from '../../editor/fields/NumberField.tsx';
import type { ContextView } from '../contextView.ts';

export const headAndTail: ContextView<'head_and_tail'> = {
  make: () => ({ kind: 'head_and_tail', head: 2, tail: 20 }),
  inWords: (t, { head, tail }) => t('contexts:head_and_tail.inWords', { head, tail }),
  Fields,
};

function Fields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('contexts');
  return (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3">
      <NumberField path={[...path, 'head']} label={t('head_and_tail.fields.head')} />
      <NumberField path={[...path, 'tail']} label={t('head_and_tail.fields.tail')} />
    </div>
  );
}
