import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../views/ui/Card.tsx';
import { CollectionFacts, type CollectionFactsProps } from './CollectionFacts.tsx';

export type ListedCollection = CollectionFactsProps['collection'] & {
  id: string;
  name: string;
  description: string;
};

/** A collection in the list: what is in it, and whose vectors. */
export function CollectionCard({ collection }: { collection: ListedCollection }) {
  const { t } = useTranslation('knowledge');
  return (
    <Card className="flex h-full flex-col p-5 transition-colors focus-within:border-line-strong hover:border-line-strong">
      <h2 className="text-base font-semibold wrap-anywhere">
        <Link
          to={`/knowledge/${collection.id}`}
          prefetch="intent"
          className="rounded underline-offset-4 hover:underline"
        >
          {collection.name}
        </Link>
      </h2>
      <p className="mt-1.5 mb-4 line-clamp-3 text-sm wrap-anywhere text-ink-muted">
        {collection.description || t('list.noDescription')}
      </p>
      <div className="mt-auto">
        <CollectionFacts collection={collection} />
      </div>
    </Card>
  );
}
