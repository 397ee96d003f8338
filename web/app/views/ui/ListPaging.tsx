import { Link } from '@remix-run/react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';

export type ListPagingProps = {
  search: string;
  /** From 1. */
  page: number;
  pages: number;
  /** The other query parameters of the list. */
  kept?: Readonly<Record<string, string>>;
};

/** Links to the previous and next pages, with the current search; renders nothing if there is only one page. */
export function ListPaging({ search, page, pages, kept = {} }: ListPagingProps) {
  const { t } = useTranslation('common');
  if (pages <= 1) return null;
  const to = (other: number) => {
    const params = new URLSearchParams(kept);
    if (search !== '') params.set('q', search);
    if (other > 1) params.set('page', String(other));
    return `?${params.toString()}`;
  };
  return (
    <nav aria-label={t('list.pages')} className="mt-4 grid grid-cols-3 items-center gap-2 text-sm">
      <span>
        {page <= 1 ? null : (
          <Button asChild size="sm">
            <Link to={to(page - 1)} rel="prev">
              <ChevronLeft aria-hidden />
              {t('list.previous')}
            </Link>
          </Button>
        )}
      </span>
      <span className="text-center text-ink-muted">{t('list.pageOf', { page, pages })}</span>
      <span className="text-right">
        {page >= pages ? null : (
          <Button asChild size="sm">
            <Link to={to(page + 1)} rel="next">
              {t('list.next')}
              <ChevronRight aria-hidden />
            </Link>
          </Button>
        )}
      </span>
    </nav>
  );
}
