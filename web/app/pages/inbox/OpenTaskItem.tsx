import { Link } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import type { InboxTask } from '../../data/tasks/listTasks.server.ts';
import { RelativeTime } from '../../views/ui/RelativeTime.tsx';
import { viewOfTask } from '../tasks/registry.ts';
import { TaskCard } from '../tasks/TaskCard.tsx';

/** An open task with the text that is needed to answer it. */
export function OpenTaskItem({ item, formSeed }: { item: InboxTask; formSeed: string }) {
  const { t } = useTranslation('inbox');
  const { task, conversation, draft } = item;
  const { Subject } = viewOfTask(task);
  return (
    <TaskCard conversationId={conversation.id} task={task} draft={draft} formSeed={formSeed}>
      <p className="-mt-2 mb-4 text-[0.8125rem] text-ink-muted sm:pl-12">
        <Trans
          t={t}
          i18nKey="item.where"
          values={{ title: conversation.title, team: conversation.team }}
          components={{
            conversation: (
              <Link
                to={`/conversations/${conversation.id}#message-${String(task.seq)}`}
                className="rounded font-medium text-brand-ink underline-offset-4 wrap-anywhere hover:underline"
              />
            ),
            time: <RelativeTime at={task.openedAt} />,
          }}
        />
      </p>
      {Subject === undefined ? null : <Subject task={task} draft={draft} />}
    </TaskCard>
  );
}
