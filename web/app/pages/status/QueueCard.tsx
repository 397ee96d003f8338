import { useTranslation } from 'react-i18next';
import type { StatusView } from '../../data/health/statusView.ts';
import { useFormat } from '../../views/format/useFormat.ts';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';

/** What waits in the task queue, and who asks for it. */
export function QueueCard({ queue }: { queue: StatusView['queue'] }) {
  const { t } = useTranslation('status');
  const format = useFormat();
  return (
    <Card>
      <CardHeader title={t('queue.title')} />
      <CardBody>
        {queue === null ? (
          <p className="text-sm text-ink-muted">{t('queue.unknown')}</p>
        ) : (
          <dl className="space-y-3 text-sm">
            {(['workflow', 'activity'] as const).map((side) => {
              const { tasks, ageSeconds, pollers } = queue[side];
              return (
                <div key={side} data-side={side}>
                  <dt className="text-[0.8125rem] text-ink-muted">{t(`queue.side.${side}`)}</dt>
                  <dd>
                    {tasks === 0
                      ? t('queue.none')
                      : t('queue.tasks', { count: tasks, age: format.duration(ageSeconds * 1_000) })}{' '}
                    {t('queue.pollers', { count: pollers })}
                  </dd>
                </div>
              );
            })}
          </dl>
        )}
      </CardBody>
    </Card>
  );
}
