import { useTranslation } from 'react-i18next';
import type { ShownSearch } from '../../../data/knowledge/shownSearch.ts';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { SearchForm, type SearchFormProps } from './SearchForm.tsx';
import { SearchResults } from './SearchResults.tsx';

export type SearchPageProps = SearchFormProps & {
  /** Null: nothing has been asked. */
  found: ShownSearch | null;
};

/** A search in documents, whose question and settings stand in the address. */
export function SearchPage({ found, ...form }: SearchPageProps) {
  const { t } = useTranslation(['documentSearch', 'knowledge']);
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t('knowledge:title'), to: '/knowledge' }]}
        title={t('title')}
        description={t('description')}
      />
      <div className="space-y-6">
        <SearchForm
          // A new form for each address, so that it always shows the address's fields, also after "back".
          key={JSON.stringify(form.fields)}
          {...form}
        />
        {found === null ? null : <SearchResults found={found} />}
      </div>
    </Page>
  );
}
