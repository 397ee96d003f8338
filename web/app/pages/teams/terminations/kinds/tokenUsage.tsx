import { countOf } from '../../../../views/format/count.ts';
import { NumberField } from '../../editor/fields/NumberField.tsx';
import type { TerminationView } from '../terminationView.ts';

export const tokenUsage: TerminationView<'token_usage'> = {
  name: 'Tokens used',
  make: () => ({ kind: 'token_usage', maxTotal: 100_000, maxPrompt: null, maxCompletion: null }),
  inWords({ maxTotal, maxPrompt, maxCompletion }) {
    const limits = [
      [maxTotal, 'token'],
      [maxPrompt, 'prompt token'],
      [maxCompletion, 'completion token'],
    ] as const;
    const named = limits.flatMap(([limit, what]) => (limit === null ? [] : [countOf(limit, what)]));
    return `its model calls have used ${new Intl.ListFormat('en', { type: 'disjunction' }).format(named)}`;
  },
  Fields: ({ path }) => (
    <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,7rem),1fr))] gap-3">
      <NumberField path={[...path, 'maxTotal']} label="Total" placeholder="No limit" />
      <NumberField path={[...path, 'maxPrompt']} label="Prompt" placeholder="No limit" />
      <NumberField path={[...path, 'maxCompletion']} label="Completion" placeholder="No limit" />
    </div>
  ),
};
