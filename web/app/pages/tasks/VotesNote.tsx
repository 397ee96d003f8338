import { Vote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { voteOf } from '../../../../workflows/domain/tasks/registry.ts';
import type { TaskView } from '../../data/tasks/taskView.ts';
import { useFormat } from '../../views/format/useFormat.ts';
import { useSignedInFrame } from '../../views/layout/frame.ts';

/** Whether the reader of the page has approved a task on which others still have to agree. */
export function useHasApproved({ kind, votes }: Pick<TaskView, 'kind' | 'votes'>): boolean {
  const reader = useSignedInFrame()?.user.id;
  return votes.some(({ userId, decision }) => userId === reader && voteOf(kind, decision) === 'for');
}

/** How many have to agree on a task, who has, and how many are missing. */
export function VotesNote({ task, needed }: { task: TaskView; needed: number }) {
  const { t } = useTranslation('tasks');
  const format = useFormat();
  const hasApproved = useHasApproved(task);
  const approvals = task.votes.filter(({ decision }) => voteOf(task.kind, decision) === 'for');
  const names = approvals.map(({ name }) => name ?? t('outcome.somebody'));
  const missing = Math.max(0, needed - approvals.length);
  return (
    <div className="mb-4 flex items-start gap-2 rounded-lg bg-sunken px-3.5 py-3 text-sm">
      <Vote aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 space-y-1">
        <p className="wrap-anywhere">
          {names.length === 0
            ? t('votes.none', { needed })
            : t('votes.some', { needed, names: format.list(names), count: missing })}
        </p>
        {hasApproved ? <p className="font-medium">{t('votes.yours')}</p> : null}
      </div>
    </div>
  );
}
