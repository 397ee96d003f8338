import { Notice } from '../../views/ui/Notice.tsx';
import { countOf } from '../../views/format/count.ts';

/** The models whose calls nobody can add up. */
export function UnpricedModels({ models }: { models: readonly { model: string; callCount: number }[] }) {
  if (models.length === 0) return null;
  return (
    <Notice kind="warning" title="Used, but without a price">
      <ul className="mt-0.5 space-y-0.5">
        {models.map(({ model, callCount }) => (
          <li key={model} className="wrap-anywhere">
            <code className="font-mono text-[0.8125rem]">{model}</code>: {countOf(callCount, 'call')} of
            unknown cost
          </li>
        ))}
      </ul>
    </Notice>
  );
}
