import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import type { InboxTask } from '../../data/tasks/listTasks.server.ts';
import { useRevalidateEvery } from '../../views/hooks/useRevalidateEvery.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card } from '../../views/ui/Card.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { ClosedTaskRow } from './ClosedTaskRow.tsx';
import { OpenTaskItem } from './OpenTaskItem.tsx';

const EVERY_MS = 5_000;

/** One task by itself, where a mail leads: to be answered, or how it was closed. */
export function TaskPage({ item, formSeed }: { item: InboxTask; formSeed: string }) {
  const { t } = useTranslation('inbox');
  const isOpen = item.task.state === 'open';
  useRevalidateEvery(EVERY_MS, isOpen);
  return (
    <Page>
      <PageHeader
        crumbs={[{ label: t('title'), to: '/inbox' }]}
        title={t('one.title')}
        description={isOpen ? t('one.open') : t('one.closed')}
        actions={
          <Button asChild>
            <Link to={`/conversations/${item.conversation.id}#message-${String(item.task.seq)}`}>
              {t('one.conversation')}
            </Link>
          </Button>
        }
      />
      {isOpen ? (
        <section aria-labelledby="open-task">
          <h2 id="open-task" className="sr-only">
            {t('openTasks')}
          </h2>
          <OpenTaskItem item={item} formSeed={formSeed} />
        </section>
      ) : (
        <Card className="overflow-hidden">
          <ul>
            <ClosedTaskRow item={item} />
          </ul>
        </Card>
      )}
    </Page>
  );
}
