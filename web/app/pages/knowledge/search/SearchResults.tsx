import { Link } from '@remix-run/react';
import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../../workflows/domain/json.ts';
import { passagePath } from '../../../../../workflows/domain/knowledge/passagePath.ts';
import type { ShownPassage, ShownSearch } from '../../../data/knowledge/shownSearch.ts';
import { useFormat } from '../../../views/format/useFormat.ts';
import { Badge } from '../../../views/ui/Badge.tsx';
import { Button } from '../../../views/ui/Button.tsx';
import { Card } from '../../../views/ui/Card.tsx';
import { EmptyState } from '../../../views/ui/EmptyState.tsx';
import { FailureWords } from '../../../views/ui/FailureWords.tsx';
import { Notice } from '../../../views/ui/Notice.tsx';
import { ScoreParts } from './ScoreParts.tsx';

/** What came of a search: its passages, best first, or why there are none. */
export function SearchResults({ found }: { found: ShownSearch }) {
  const { t } = useTranslation('documentSearch');
  const format = useFormat();
  switch (found.outcome) {
    case 'answered':
      return <FoundPassages passages={found.passages} latencyMs={found.latencyMs} />;
    case 'no_collections':
      return (
        <Card>
          <EmptyState
            icon={SearchX}
            title={t('noCollections')}
            description={t('noCollectionsHint')}
            actions={
              <Button asChild>
                <Link to="/knowledge">{t('toCollections')}</Link>
              </Button>
            }
          />
        </Card>
      );
    case 'unknown_collections':
      return <Notice kind="error">{t('unknownCollections', { names: format.list(found.names) })}</Notice>;
    case 'failed':
      return (
        <Notice kind="error" title={t('failed')}>
          <FailureWords failure={found.failure} />
        </Notice>
      );
    case 'no_worker':
      return (
        <Notice kind="error" title={t('noWorker')}>
          {t('noWorkerHint')}
        </Notice>
      );
    case 'unfinished':
      return (
        <Notice kind="warning" title={t('unfinished')}>
          {found.failure === null ? null : <FailureWords failure={found.failure} />}
          <p>{t('unfinishedHint')}</p>
        </Notice>
      );
    default:
      return assertNever(found);
  }
}

function FoundPassages({ passages, latencyMs }: { passages: readonly ShownPassage[]; latencyMs: number }) {
  const { t } = useTranslation('documentSearch');
  const format = useFormat();
  if (passages.length === 0) {
    return (
      <Card>
        <EmptyState icon={SearchX} title={t('nothing')} description={t('nothingHint')} />
      </Card>
    );
  }
  const mostBm25 = Math.max(...passages.map(({ bm25 }) => bm25));
  return (
    <section aria-label={t('results')}>
      <div className="mb-3 flex flex-wrap items-baseline gap-x-3">
        <h2 className="text-base font-semibold">{t('found', { count: passages.length })}</h2>
        <p className="text-[0.8125rem] text-ink-muted">
          {t('took', { duration: format.duration(latencyMs) })}
        </p>
      </div>
      <ol className="space-y-4">
        {passages.map((passage) => (
          <li key={passage.id}>
            <PassageCard passage={passage} mostBm25={mostBm25} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function PassageCard({ passage, mostBm25 }: { passage: ShownPassage; mostBm25: number }) {
  const { t } = useTranslation('documentSearch');
  const { title, collection, collectionId, headingPath, page, runs } = passage;
  return (
    <Card className="p-4 sm:p-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-[0.9375rem] font-semibold wrap-anywhere">
          <Link to={passagePath(passage)} className="rounded underline-offset-4 hover:underline">
            {title}
          </Link>
        </h3>
        <Link to={`/knowledge/${collectionId}`} className="rounded">
          <Badge className="whitespace-normal wrap-anywhere">{collection}</Badge>
        </Link>
      </div>
      <ul className="mt-0.5 flex flex-wrap gap-x-3 text-[0.8125rem] text-ink-muted">
        {headingPath.length === 0 ? null : <li className="wrap-anywhere">{headingPath.join(' › ')}</li>}
        {page === null ? null : <li>{t('page', { page })}</li>}
      </ul>
      <ScoreParts passage={passage} mostBm25={mostBm25} />
      <p className="mt-3 text-sm wrap-anywhere whitespace-pre-wrap">
        {runs.map((run, index) =>
          run.marked ? (
            <mark key={index} className="rounded-sm bg-amber-soft text-amber-ink">
              {run.text}
            </mark>
          ) : (
            <span key={index}>{run.text}</span>
          ),
        )}
      </p>
    </Card>
  );
}
