import { type Latch, sum, type TerminationKind } from '../kind.ts';

/** Money that model calls have cost in this run, those of selectors and orchestrators included. AutoGen has none. */
export interface Cost {
  kind: 'cost';
  maxMicroUsd: number;
}

interface State extends Latch<'cost'> {
  spentMicroUsd: number;
}

export const cost: TerminationKind<Cost, State> = {
  isLimit: true,
  initial: () => ({ kind: 'cost', spentMicroUsd: 0, fired: null }),
  observe({ maxMicroUsd }, state, { messages, silentCostMicroUsd = 0 }) {
    const before = state.spentMicroUsd + silentCostMicroUsd;
    const spentMicroUsd = sum(before, messages, ({ costMicroUsd }) => costMicroUsd);
    const reason = `Cost limit of ${dollars(maxMicroUsd)} reached, spent ${dollars(spentMicroUsd)}`;
    return { kind: 'cost', spentMicroUsd, fired: spentMicroUsd >= maxMicroUsd ? reason : null };
  },
  label: () => 'Money spent',
  measures: ({ maxMicroUsd }, { spentMicroUsd }) => [
    { unit: 'micro-USD', current: spentMicroUsd, limit: maxMicroUsd },
  ],
};

function dollars(microUsd: number): string {
  return `$${(microUsd / 1_000_000).toFixed(4).replace(/(\.\d\d\d??)0{1,2}$/, '$1')}`;
}
