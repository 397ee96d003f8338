import { useTranslation } from 'react-i18next';
import type { MemoriesByKind } from '../../../../../../workflows/domain/memory/registry.ts';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { NumberField } from '../../editor/fields/NumberField.tsx';
import type { MemoryView } from '../memoryView.ts';

export const longTerm: MemoryView<'long_term'> = {
  make: () => ({ kind: 'long_term', count: 20 }),
  Facts,
  Fields,
};

function Facts({ memory }: { memory: MemoriesByKind['long_term'] }) {
  const { t } = useTranslation('memories');
  return t('long_term.inWords', { count: memory.count });
}

function Fields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('memories');
  return (
    <NumberField
      path={[...path, 'count']}
      label={t('long_term.fields.count')}
      hint={t('long_term.fields.countHint')}
    />
  );
}
