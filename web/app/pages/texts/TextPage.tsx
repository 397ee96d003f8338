import { Link } from '@remix-run/react';
import { ChevronLeft, ChevronRight, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../views/format/useFormat.ts';
import { rawTextPath, type ShownText, wholeTextPath } from '../../views/text/shownText.ts';
import { useTextHtml } from '../../views/text/useTextHtml.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody } from '../../views/ui/Card.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';

/** Characters (code points) of a text per page. */
export const PAGE_CHARACTERS = 50_000;

export type TextPageProps = {
  address: Pick<ShownText, 'owner' | 'id' | 'path'>;
  /** The place of the text. */
  owner: { conversationId: string; title: string; seq: number };
  /** From 1. */
  page: number;
  /** The key of this piece in the document. */
  textKey: string;
  text: string;
  next: number | null;
  wholeBytes: number;
};

/** A text in full, as written, page by page. */
export function TextPage({ address, owner, page, text, textKey, next, wholeBytes }: TextPageProps) {
  const html = useTextHtml('plain', text, {
    ...address,
    key: textKey,
    wholeBytes: null,
    apart: text === '' ? { length: 1, html: null } : null,
  });
  const { t } = useTranslation('texts');
  const format = useFormat();
  const path = wholeTextPath(address);
  return (
    <Page width="wide">
      <PageHeader
        crumbs={[
          { label: t('conversations'), to: '/conversations' },
          {
            label: owner.title,
            to: `/conversations/${owner.conversationId}#message-${String(owner.seq)}`,
          },
        ]}
        title={t('titleOf', { seq: owner.seq })}
        description={t('description', { size: format.bytes(wholeBytes) })}
        actions={
          <Button asChild size="sm">
            <a href={rawTextPath(address)} download>
              <Download aria-hidden />
              {t('download')}
            </a>
          </Button>
        }
      />
      <Pages path={path} page={page} goesOn={next !== null} />
      <Card>
        <CardBody>
          <pre
            aria-label={t('label')}
            data-text={textKey}
            className="font-mono text-[0.8125rem] leading-relaxed whitespace-pre-wrap wrap-anywhere"
            suppressHydrationWarning
            dangerouslySetInnerHTML={{ __html: html }}
          />
        </CardBody>
      </Card>
      <Pages path={path} page={page} goesOn={next !== null} />
    </Page>
  );
}

function Pages({ path, page, goesOn }: { path: string; page: number; goesOn: boolean }) {
  const { t } = useTranslation('texts');
  if (page === 1 && !goesOn) return null;
  return (
    <nav aria-label={t('pages')} className="my-4 flex items-center justify-center gap-3 text-sm">
      {page > 1 ? (
        <Button asChild size="sm">
          <Link to={`${path}&page=${String(page - 1)}`} rel="prev">
            <ChevronLeft aria-hidden />
            {t('previous')}
          </Link>
        </Button>
      ) : null}
      <span className="tabular text-ink-muted">{t('page', { page })}</span>
      {goesOn ? (
        <Button asChild size="sm">
          <Link to={`${path}&page=${String(page + 1)}`} rel="next">
            {t('next')}
            <ChevronRight aria-hidden />
          </Link>
        </Button>
      ) : null}
    </nav>
  );
}
