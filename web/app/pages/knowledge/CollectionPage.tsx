import { Link } from '@remix-run/react';
import { FileText, Search } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { ListPage } from '../../data/lists/listPage.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { ConfirmedDelete } from '../../views/ui/ConfirmedDelete.tsx';
import { EmptyState } from '../../views/ui/EmptyState.tsx';
import { ListPaging } from '../../views/ui/ListPaging.tsx';
import { ListSearch } from '../../views/ui/ListSearch.tsx';
import { Notice } from '../../views/ui/Notice.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import type { ListedCollection } from './CollectionCard.tsx';
import { CollectionFacts } from './CollectionFacts.tsx';
import { DocumentTable, type ListedDocument } from './DocumentTable.tsx';
import { ImportCard } from './ImportCard.tsx';
import { ImportSection, type ShownImport } from './ImportSection.tsx';

export type CollectionPageProps = {
  collection: ListedCollection & { createdAt: Date };
  list: ListPage<ListedDocument>;
  /** The title of a document that was just deleted. */
  deleted: string | null;
  /** Under way, or with failures. */
  imports: readonly ShownImport[];
  /** The import that was just begun: the form is a new one. */
  imported: string | null;
  idempotencyKey: string;
};

/** A collection: what it is, and its documents. */
export function CollectionPage({
  collection,
  list,
  deleted,
  imports,
  imported,
  idempotencyKey,
}: CollectionPageProps) {
  const { t } = useTranslation(['knowledge', 'common', 'documentSearch']);
  const { rows: documents, search, page, pages } = list;
  const loses = t('deleteCollection.loses', {
    documents: t('documents', { count: collection.documentCount }),
    passages: t('passages', { count: collection.entryCount }),
  });
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t('title'), to: '/knowledge' }]}
        title={collection.name}
        description={collection.description}
        actions={
          <Button asChild>
            <Link to={`/knowledge/search?${new URLSearchParams({ collection: collection.name }).toString()}`}>
              <Search aria-hidden />
              {t('documentSearch:open')}
            </Link>
          </Button>
        }
      />
      <div className="space-y-6">
        {deleted === null ? null : (
          <Notice kind="success">{t('deleteDocument.done', { title: deleted })}</Notice>
        )}
        <div className="flex flex-wrap gap-x-4 text-[0.8125rem] text-ink-muted">
          <CollectionFacts collection={collection} />
          <p>
            <Trans
              t={t}
              i18nKey="collection.created"
              components={{ time: <RelativeTime at={collection.createdAt} /> }}
            />
          </p>
        </div>
        <section>
          <h2 className="mb-3 text-base font-semibold">{t('collection.documents')}</h2>
          {pages > 1 || search !== '' ? <ListSearch search={search} /> : null}
          {documents.length === 0 && search !== '' ? (
            <p className="text-sm text-ink-muted">{t('common:list.noMatch', { search })}</p>
          ) : documents.length === 0 ? (
            <Card>
              <EmptyState
                icon={FileText}
                title={t('collection.empty')}
                description={t('collection.emptyHint')}
              />
            </Card>
          ) : (
            <DocumentTable collectionId={collection.id} documents={documents} />
          )}
          <ListPaging search={search} page={page} pages={pages} />
        </section>
        <ImportCard key={imported} collectionId={collection.id} idempotencyKey={idempotencyKey} />
        <ImportSection imports={imports} />
        <Card>
          <CardHeader title={t('deleteCollection.title')} />
          <CardBody className="space-y-3">
            <p className="max-w-2xl text-sm text-ink-muted">{loses}</p>
            <ConfirmedDelete
              open={t('deleteCollection.open')}
              title={t('deleteCollection.confirm', { name: collection.name })}
              description={loses}
              keep={t('deleteCollection.keep')}
              submit={t('deleteCollection.submit')}
            />
          </CardBody>
        </Card>
      </div>
    </Page>
  );
}
