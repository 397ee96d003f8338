import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { formatOfMediaType } from '../../../../workflows/domain/knowledge/documentFormat.ts';
import { useFormat } from '../../views/format/useFormat.ts';
import { Badge } from '../../views/ui/Badge.tsx';
import { Card } from '../../views/ui/Card.tsx';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { Table, TableBody, TableCell, TableHead, TableHeaderCell, TableRow } from '../../views/ui/Table.tsx';

export type ListedDocument = {
  id: string;
  title: string;
  source: string;
  mediaType: string;
  version: number;
  newestVersion: number;
  entryCount: number;
  updatedAt: Date;
};

/** The documents of a collection: what they are, how they stand, how much is found of them. */
export function DocumentTable({
  collectionId,
  documents,
}: {
  collectionId: string;
  documents: readonly ListedDocument[];
}) {
  const { t } = useTranslation('knowledge');
  const format = useFormat();
  return (
    <Card>
      <Table aria-label={t('collection.documents')}>
        <TableHead>
          <TableRow>
            <TableHeaderCell>{t('collection.table.title')}</TableHeaderCell>
            <TableHeaderCell>{t('collection.table.format')}</TableHeaderCell>
            <TableHeaderCell>{t('collection.table.state')}</TableHeaderCell>
            <TableHeaderCell className="text-right">{t('collection.table.passages')}</TableHeaderCell>
            <TableHeaderCell className="text-right">{t('collection.table.version')}</TableHeaderCell>
            <TableHeaderCell>{t('collection.table.changed')}</TableHeaderCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {documents.map((document) => (
            <TableRow key={document.id}>
              <TableCell className="min-w-52">
                <Link
                  to={`/knowledge/${collectionId}/documents/${document.id}`}
                  prefetch="intent"
                  className="rounded font-medium wrap-anywhere underline-offset-4 hover:underline"
                >
                  {document.title}
                </Link>
                {document.source === document.title ? null : (
                  <p className="text-[0.8125rem] wrap-anywhere text-ink-muted">{document.source}</p>
                )}
              </TableCell>
              <TableCell className="whitespace-nowrap">
                <MediaType mediaType={document.mediaType} />
              </TableCell>
              <TableCell>
                <DocumentState document={document} />
              </TableCell>
              <TableCell className="tabular text-right">{format.count(document.entryCount)}</TableCell>
              <TableCell className="tabular text-right">{Math.max(document.version, 1)}</TableCell>
              <TableCell className="whitespace-nowrap text-ink-muted">
                <RelativeTime at={document.updatedAt} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}

/** What a document is written in; a type that is not known here stands as it is. */
export function MediaType({ mediaType }: { mediaType: string }) {
  const { t } = useTranslation('knowledge');
  const format = formatOfMediaType(mediaType);
  return format === null ? mediaType : t(`formats.${format}`);
}

function DocumentState({ document: { version, newestVersion } }: { document: ListedDocument }) {
  const { t } = useTranslation('knowledge');
  if (version === 0) return <Badge tone="amber">{t('collection.states.incoming')}</Badge>;
  if (newestVersion > version) return <Badge tone="blue">{t('collection.states.updating')}</Badge>;
  return <Badge tone="green">{t('collection.states.ready')}</Badge>;
}
