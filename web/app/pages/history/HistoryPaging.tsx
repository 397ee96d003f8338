import { Link } from '@remix-run/react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type HistoryFilters, historySearchParams } from '../../data/conversations/historyFilters.ts';
import { Button } from '../../views/ui/Button.tsx';

export type HistoryPagingProps = { filters: HistoryFilters; newer: string | null; older: string | null };

/** Links to newer and older conversations, with the filters. */
export function HistoryPaging({ filters, newer, older }: HistoryPagingProps) {
  const { t } = useTranslation('history');
  if (newer === null && older === null) return null;
  const to = (direction: 'newer' | 'older', place: string) => {
    const params = historySearchParams(filters);
    params.set(direction, place);
    return `?${params.toString()}`;
  };
  return (
    <nav aria-label={t('paging.label')} className="mt-4 flex justify-between gap-2">
      {newer === null ? (
        <span />
      ) : (
        <Button asChild size="sm">
          <Link to={to('newer', newer)} rel="prev">
            <ChevronLeft aria-hidden />
            {t('paging.newer')}
          </Link>
        </Button>
      )}
      {older === null ? null : (
        <Button asChild size="sm">
          <Link to={to('older', older)} rel="next">
            {t('paging.older')}
            <ChevronRight aria-hidden />
          </Link>
        </Button>
      )}
    </nav>
  );
}
