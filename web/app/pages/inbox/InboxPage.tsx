import { Inbox, History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../views/ui/Card.tsx';
import { EmptyState } from '../../views/ui/EmptyState.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import type { InboxTask } from '../../data/tasks/listTasks.server.ts';
import { ClosedTaskRow } from './ClosedTaskRow.tsx';
import { InboxTabs } from './InboxTabs.tsx';
import { OpenTaskItem } from './OpenTaskItem.tsx';
import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { useVisible } from '../../views/hooks/useVisible.ts';

export type InboxPageProps = {
  which: 'open' | 'closed';
  tasks: readonly InboxTask[];
  openCount: number;
  formSeed: string;
};

/** Everything in the project that waits on a person, answered where it stands. */
export function InboxPage({ which, tasks, openCount, formSeed }: InboxPageProps) {
  const { t } = useTranslation('inbox');
  useFreshInbox();
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
      <ul className="space-y-4">
        {tasks.map((item) => (
          <li key={item.task.id}>
            <OpenTaskItem item={item} formSeed={formSeed} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const EVERY_MS = 5_000;

/** Looks again for tasks every few seconds while the page can be seen. Forms that are being filled in stay as they are. */
function useFreshInbox(): void {
  const visible = useVisible();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!visible) return;
    const timer = setInterval(revalidate, EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [visible, revalidate]);
}
