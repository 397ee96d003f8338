import { formatMoney } from '../../../../views/format/money.ts';
import { MoneyField } from '../../editor/fields/MoneyField.tsx';
import type { TerminationView } from '../terminationView.ts';

export const cost: TerminationView<'cost'> = {
  name: 'Money spent',
  make: () => ({ kind: 'cost', maxMicroUsd: 1_000_000 }),
  inWords: ({ maxMicroUsd }) => `its model calls have cost ${formatMoney(maxMicroUsd)}`,
  Fields: ({ path }) => <MoneyField path={[...path, 'maxMicroUsd']} label="US dollars" />,
};
