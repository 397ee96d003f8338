import { ArrowUp, History, Inbox } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InboxTask } from '../../data/tasks/listTasks.server.ts';
import { useRevalidateEvery } from '../../views/hooks/useRevalidateEvery.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card } from '../../views/ui/Card.tsx';
import { EmptyState } from '../../views/ui/EmptyState.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { ClosedTaskRow } from './ClosedTaskRow.tsx';
import { InboxTabs } from './InboxTabs.tsx';
import { OpenTaskItem } from './OpenTaskItem.tsx';
import { settledTasks } from './settledTasks.ts';

export type InboxPageProps = {
  which: 'open' | 'closed';
  tasks: readonly InboxTask[];
  openCount: number;
  formSeed: string;
};

/** Everything in the project that waits for a person, to be answered in place. */
export function InboxPage({ which, tasks, openCount, formSeed }: InboxPageProps) {
  const { t } = useTranslation('inbox');
  useRevalidateEvery(EVERY_MS);
  return (
    <Page>
      <PageHeader title={t('title')} description={t('description')} />
      <InboxTabs which={which} openCount={openCount} />
      {which === 'open' ? (
        <OpenTasks tasks={tasks} formSeed={formSeed} />
      ) : tasks.length === 0 ? (
        <Card>
          <EmptyState
            icon={History}
            title={t('emptyClosed.title')}
            description={t('emptyClosed.description')}
          />
        </Card>
      ) : (
        <Card className="overflow-hidden">
          <ul className="divide-y divide-line">
            {tasks.map((item) => (
              <ClosedTaskRow key={item.task.id} item={item} />
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}

function OpenTasks({ tasks, formSeed }: Pick<InboxPageProps, 'tasks' | 'formSeed'>) {
  const { t } = useTranslation('inbox');
  const idsOf = (items: InboxPageProps['tasks']) => new Set(items.map(({ task }) => task.id));
  const [shownIds, setShownIds] = useState(() => idsOf(tasks));
  const { shown, newCount } = settledTasks(tasks, shownIds);
  // A card that replaced the last one stays from now on.
  if (shown.some(({ task }) => !shownIds.has(task.id))) setShownIds(idsOf(shown));
  if (tasks.length === 0) {
    return (
      <Card>
        <EmptyState icon={Inbox} title={t('empty.title')} description={t('empty.description')} />
      </Card>
    );
  }
  return (
    <section aria-labelledby="open-tasks">
      <h2 id="open-tasks" className="sr-only">
        {t('openTasks')}
      </h2>
      <div role="status">
        {newCount === 0 ? null : (
          <div className="pointer-events-none fixed inset-x-0 bottom-20 z-30 flex justify-center lg:bottom-6">
            <Button
              size="sm"
              className="pointer-events-auto rounded-full shadow-overlay"
              onClick={() => setShownIds(idsOf(tasks))}
            >
              <ArrowUp aria-hidden />
              {t('newTasks', { count: newCount })}
            </Button>
          </div>
        )}
      </div>
      <ul className="space-y-4">
        {shown.map((item) => (
          <li key={item.task.id}>
            <OpenTaskItem item={item} formSeed={formSeed} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How often new tasks are looked for. Forms that are being filled in stay unchanged and in place. */
const EVERY_MS = 5_000;
