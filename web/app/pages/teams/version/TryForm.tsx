import { Form, useNavigation } from '@remix-run/react';
import { Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../../views/ui/Card.tsx';
import { Field } from '../../../views/ui/Field.tsx';
import { Textarea } from '../../../views/ui/Textarea.tsx';

const START = '/conversations/new';

/**
 * Tries the team immediately: enter a task and go to its conversation. A compact form of the page for new
 * conversations.
 */
export function TryForm({ teamId, idempotencyKey }: { teamId: string; idempotencyKey: string }) {
  const { t } = useTranslation('teams');
  const starting = useNavigation().formAction === START;
  return (
    <Card>
      <CardHeader title={t('page.tryIt')} description={t('page.tryItHint')} />
      <CardBody>
        <Form method="post" action={START} className="space-y-3">
          <input type="hidden" name="teamId" value={teamId} />
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <Field label={t('page.task')}>
            {(control) => <Textarea {...control} name="task" required rows={3} className="min-h-20" />}
          </Field>
          <Button type="submit" variant="primary" pending={starting}>
            {starting ? null : <Play aria-hidden />}
            {t('start')}
          </Button>
        </Form>
      </CardBody>
    </Card>
  );
}
