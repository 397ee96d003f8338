import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { DocumentPart, TextRange } from '../../../data/knowledge/documentParts.ts';
import type { DocumentRequest } from '../../../data/knowledge/documentRequest.ts';
import { Badge } from '../../../views/ui/Badge.tsx';
import { Card } from '../../../views/ui/Card.tsx';
import { CodeBlock } from '../../../views/ui/CodeBlock.tsx';
import { ConfirmedDelete } from '../../../views/ui/ConfirmedDelete.tsx';
import { ErrorState } from '../../../views/ui/ErrorState.tsx';
import { Fold } from '../../../views/ui/Fold.tsx';
import { ListPaging } from '../../../views/ui/ListPaging.tsx';
import { Notice } from '../../../views/ui/Notice.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { MediaType } from '../DocumentTable.tsx';
import { CitingConversations, type CitingConversationsProps } from './CitingConversations.tsx';
import { PassageText } from './PassageText.tsx';
import { type ListedVersion, VersionLinks } from './VersionLinks.tsx';

export type DocumentPageProps = {
  document: {
    id: string;
    collectionId: string;
    collectionName: string;
    source: string;
    title: string;
    mediaType: string;
    version: number;
    publishedVersion: number;
    textLength: number;
    entryCount: number;
    metadataJson: string;
  };
  versions: readonly ListedVersion[];
  /** Null: the version that was asked for is gone. */
  shown: { page: number; pages: number; mark: TextRange | null; parts: DocumentPart[] } | null;
  asked: DocumentRequest;
  citations: CitingConversationsProps;
};

/** A document's text with the passages that it was cut into, and its versions. */
export function DocumentPage({ document, versions, shown, asked, citations }: DocumentPageProps) {
  const { t } = useTranslation('knowledge');
  const { version, title } = document;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t('title'), to: '/knowledge' },
          { label: document.collectionName, to: `/knowledge/${document.collectionId}` },
        ]}
        title={title}
        badges={shown === null ? undefined : <Badge>{t('document.versionOf', { version })}</Badge>}
        actions={
          <ConfirmedDelete
            open={t('deleteDocument.open')}
            title={t('deleteDocument.confirm', { title })}
            description={t('deleteDocument.loses', {
              passages: t('passages', { count: document.entryCount }),
            })}
            keep={t('deleteDocument.keep')}
            submit={t('deleteDocument.submit')}
          />
        }
      />
      <div className="space-y-5">
        <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-[0.8125rem] text-ink-muted">
          {document.source === title ? null : (
            <li className="wrap-anywhere">
              {t('document.source')}: {document.source}
            </li>
          )}
          <li>
            <MediaType mediaType={document.mediaType} />
          </li>
          {shown === null ? null : (
            <>
              <li>{t('document.characters', { count: document.textLength })}</li>
              <li>{t('passages', { count: document.entryCount })}</li>
            </>
          )}
        </ul>
        {document.metadataJson === '' ? null : (
          <Fold label={t('document.metadata')}>
            <CodeBlock label={t('document.metadata')}>{document.metadataJson}</CodeBlock>
          </Fold>
        )}
        {shown === null ? (
          <Card>
            <ErrorState
              title={t('document.gone', { version: asked.version ?? 0 })}
              description={t('document.goneHint')}
            />
          </Card>
        ) : (
          <>
            <VersionNotice document={document} />
            <MarkNotice shown={shown} document={document} />
            <PassageText parts={shown.parts} page={shown.page} mark={shown.mark} />
            <ListPaging search="" page={shown.page} pages={shown.pages} kept={keptParams(asked)} />
          </>
        )}
        <VersionLinks
          versions={versions}
          shownVersion={shown === null ? null : version}
          publishedVersion={document.publishedVersion}
        />
        <CitingConversations {...citations} />
      </div>
    </Page>
  );
}

/** What the pages of the text keep of the address. */
function keptParams({ version, mark }: DocumentRequest): Record<string, string> {
  return {
    ...(version === null ? {} : { version: String(version) }),
    ...(mark === null ? {} : { from: String(mark.from), to: String(mark.to) }),
  };
}

function VersionNotice({ document: { version, publishedVersion } }: Pick<DocumentPageProps, 'document'>) {
  const { t } = useTranslation('knowledge');
  if (version === publishedVersion) return null;
  if (version > publishedVersion) return <Notice kind="info">{t('document.newer', { version })}</Notice>;
  return (
    <Notice
      kind="warning"
      actions={
        <Link to="?" className="rounded underline underline-offset-4">
          {t('document.toPublished', { version: publishedVersion })}
        </Link>
      }
    >
      {t('document.older', { version, published: publishedVersion })}
    </Notice>
  );
}

/** Where the words are that a link has named. */
function MarkNotice({
  shown: { mark, parts },
  document: { version, textLength },
}: {
  shown: NonNullable<DocumentPageProps['shown']>;
  document: DocumentPageProps['document'];
}) {
  const { t } = useTranslation('knowledge');
  if (mark === null) return null;
  if (mark.from >= textLength) return <Notice kind="warning">{t('document.citedMissing')}</Notice>;
  if (parts.some(({ runs }) => runs.some(({ marked }) => marked))) {
    return <Notice kind="info">{t('document.citedHere')}</Notice>;
  }
  const { from, to } = mark;
  return (
    <Notice
      kind="info"
      actions={
        <Link
          to={`?version=${String(version)}&from=${String(from)}&to=${String(to)}`}
          className="rounded underline underline-offset-4"
        >
          {t('document.toCited')}
        </Link>
      }
    >
      {t('document.citedElsewhere')}
    </Notice>
  );
}
