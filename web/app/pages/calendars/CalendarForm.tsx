import { getFormProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { weekdays } from '../../../../workflows/domain/time/workingTime.ts';
import type { CalendarFormValues } from '../../data/calendars/calendarForm.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Card, CardBody } from '../../views/ui/Card.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { FormError } from '../../views/ui/FormError.tsx';
import { Input } from '../../views/ui/Input.tsx';
import { Textarea } from '../../views/ui/Textarea.tsx';

export interface CalendarFormProps {
  values: CalendarFormValues;
  timeZones: readonly string[];
  /** A new one is named; the name of one that is there stays. */
  isNew: boolean;
  lastResult: SubmissionResult | undefined;
}

/** The form of a working calendar. What is wrong is found where it is sent. */
export function CalendarForm({ values, timeZones, isNew, lastResult }: CalendarFormProps) {
  const { t } = useTranslation('calendars');
  const pending = useNavigation().formData?.get('intent') === 'save';
  const [form, fields] = useForm<CalendarFormValues>({
    id: 'calendar',
    lastResult: lastResult ?? null,
    defaultValue: values,
  });
  return (
    <Card>
      <CardBody>
        <Form method="post" {...getFormProps(form)} className="space-y-4">
          <input type="hidden" name="intent" value="save" />
          <FormError errors={form.errors} />
          {isNew ? (
            <Field label={t('form.name')} hint={t('form.nameHint')} errors={fields.name.errors}>
              {(control) => (
                <Input
                  name="name"
                  defaultValue={fields.name.initialValue}
                  autoComplete="off"
                  maxLength={100}
                  {...control}
                />
              )}
            </Field>
          ) : null}
          <Field label={t('form.zone')} hint={t('form.zoneHint')} errors={fields.timeZone.errors}>
            {(control) => (
              <>
                <Input
                  name="timeZone"
                  defaultValue={fields.timeZone.initialValue}
                  autoComplete="off"
                  list="calendar-zones"
                  {...control}
                />
                <datalist id="calendar-zones">
                  {timeZones.map((zone) => (
                    <option key={zone} value={zone} />
                  ))}
                </datalist>
              </>
            )}
          </Field>
          <fieldset className="space-y-3">
            <legend className="text-sm font-medium">{t('form.week')}</legend>
            <p className="text-[0.8125rem] leading-snug text-ink-muted">{t('form.weekHint')}</p>
            {weekdays.map((day) => (
              <Field key={day} label={t(`day.${day}`)} errors={fields[day].errors}>
                {(control) => (
                  <Input
                    name={day}
                    defaultValue={fields[day].initialValue}
                    autoComplete="off"
                    className="tabular"
                    {...control}
                  />
                )}
              </Field>
            ))}
          </fieldset>
          <Field label={t('form.holidays')} hint={t('form.holidaysHint')} errors={fields.holidays.errors}>
            {(control) => (
              <Textarea
                name="holidays"
                rows={6}
                spellCheck={false}
                defaultValue={fields.holidays.initialValue}
                {...control}
              />
            )}
          </Field>
          <Button type="submit" variant="primary" pending={pending}>
            {isNew ? t('form.create') : t('form.save')}
          </Button>
        </Form>
      </CardBody>
    </Card>
  );
}
