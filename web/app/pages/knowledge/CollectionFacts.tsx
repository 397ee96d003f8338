import { useTranslation } from 'react-i18next';
import { Money } from '../../views/ui/Money.tsx';

export type CollectionFactsProps = {
  collection: {
    documentCount: number;
    entryCount: number;
    embeddingModel: string;
    dimensions: number;
    cost: { tokens: number; costMicroUsd: number; atLeast: boolean };
  };
};

/** How much a collection holds, whose vectors, and what they have cost. */
export function CollectionFacts({ collection }: CollectionFactsProps) {
  const { t } = useTranslation('knowledge');
  const { documentCount, entryCount, embeddingModel: model, dimensions, cost } = collection;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-[0.8125rem] text-ink-muted">
      <li>{t('documents', { count: documentCount })}</li>
      <li>{t('passages', { count: entryCount })}</li>
      <li className="wrap-anywhere">{t('space', { model, dimensions })}</li>
      {cost.tokens === 0 && cost.costMicroUsd === 0 ? null : (
        <li>
          {t('embedded', { count: cost.tokens })}
          {' · '}
          <Money
            microUsd={cost.costMicroUsd === 0 && cost.atLeast ? null : cost.costMicroUsd}
            atLeast={cost.atLeast}
          />
        </li>
      )}
    </ul>
  );
}
