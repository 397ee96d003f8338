import { ChevronRight, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { scopeTitle } from '../../../../../../workflows/domain/conversation/scope.ts';
import { Badge } from '../../../../views/ui/Badge.tsx';

export type InnerTeamProps = {
  scope: string;
  messageCount: number;
  isAtWork: boolean;
  children: ReactNode;
};

/** An inner team's messages in one of its runs, in a frame that can be folded. */
export function InnerTeam({ scope, messageCount, isAtWork, children }: InnerTeamProps) {
  const { t } = useTranslation('transcript');
  const title = scopeTitle(scope);
  return (
    <li data-scope={scope} className="py-1.5 sm:pl-12">
      <details open className="group/inner rounded-2xl border border-line bg-sunken/50">
        <summary className="flex list-none flex-wrap items-center gap-x-2.5 gap-y-1 rounded-2xl px-3.5 py-2.5 text-sm [&::-webkit-details-marker]:hidden">
          <ChevronRight
            aria-hidden
            className="size-4 shrink-0 text-ink-muted transition-transform group-open/inner:rotate-90"
          />
          <UsersRound aria-hidden className="size-4 shrink-0 text-ink-muted" />
          <span className="font-semibold wrap-anywhere">{title}</span>
          <span className="text-[0.8125rem] text-ink-muted">
            {t('inner.messages', { count: messageCount })}
          </span>
          {isAtWork ? (
            <Badge tone="blue">
              <span aria-hidden className="size-1.5 animate-pulse-dot rounded-full bg-current" />
              {t('inner.atWork')}
            </Badge>
          ) : null}
        </summary>
        <ol
          aria-label={t('inner.said', { team: title })}
          className="space-y-1.5 border-t border-line p-2 sm:p-3"
        >
          {children}
        </ol>
      </details>
    </li>
  );
}
