import { Form } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { CARRIED_MAX_CHARACTERS } from '../../../../workflows/contracts/schedules/scheduleInput.ts';
import type { Carried } from '../../data/schedules/readCarried.server.ts';
import { useFormat } from '../../views/format/useFormat.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Textarea } from '../../views/ui/Textarea.tsx';

/** What the next run is told of those before it, to read and to edit. */
export function CarriedCard({ carried, timeZone }: { carried: Carried | null; timeZone: string }) {
  const { t } = useTranslation('schedules');
  const format = useFormat();
  if (carried === null) {
    return (
      <Card>
        <CardHeader title={t('one.carried')} description={t('one.carriedNone')} />
      </Card>
    );
  }
  const { runId, nominalAt, text } = carried;
  const date = format.inZone(new Date(nominalAt).getTime(), timeZone);
  return (
    <Card>
      <CardHeader
        title={t('one.carried')}
        description={<span suppressHydrationWarning>{t('one.carriedFrom', { date })}</span>}
      />
      <CardBody>
        <Form key={`${runId}${text}`} method="post" preventScrollReset className="space-y-3">
          <input type="hidden" name="runId" value={runId} />
          <Field label={t('one.carried')} labelHidden>
            {(control) => (
              <Textarea name="text" defaultValue={text} maxLength={CARRIED_MAX_CHARACTERS} {...control} />
            )}
          </Field>
          <Button type="submit" size="sm" name="intent" value="carry">
            {t('one.carriedSubmit')}
          </Button>
        </Form>
      </CardBody>
    </Card>
  );
}
