import { Link } from '@remix-run/react';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export type Crumb = { label: ReactNode; to: string };

export type PageHeaderProps = {
  title: ReactNode;
  /** Breadcrumbs: the pages above this one. */
  crumbs?: readonly Crumb[];
  description?: ReactNode;
  /** Badges beside the title. */
  badges?: ReactNode;
  actions?: ReactNode;
};

/** The top of every page: its location, its only h1, and its actions. */
export function PageHeader({ title, crumbs, description, badges, actions }: PageHeaderProps) {
  const { t } = useTranslation();
  return (
    <header className="mb-6">
      {crumbs ? (
        <nav aria-label={t('breadcrumb')} className="mb-1.5">
          <ol className="flex flex-wrap items-center gap-1 text-[0.8125rem] text-ink-muted">
            {crumbs.map((crumb) => (
              <li key={crumb.to} className="flex items-center gap-1">
                <Link to={crumb.to} className="rounded underline-offset-4 hover:text-ink hover:underline">
                  {crumb.label}
                </Link>
                <ChevronRight aria-hidden className="size-3.5 text-ink-faint" />
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h1
              // A long title leaves room for the actions; the tooltip has all of it.
              className="line-clamp-2 min-w-0 text-[1.625rem] leading-tight font-semibold tracking-[-0.02em] wrap-anywhere"
              title={typeof title === 'string' ? title : undefined}
            >
              {title}
            </h1>
            {badges}
          </div>
          {description ? <p className="mt-1.5 max-w-2xl text-ink-muted">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
    </header>
  );
}
