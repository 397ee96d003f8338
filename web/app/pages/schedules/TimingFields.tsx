import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpecFields, TimingWay } from '../../data/schedules/specForm.ts';
import { timingWays } from '../../data/schedules/specForm.ts';
import { useHydrated } from '../../views/hooks/useHydrated.ts';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { Input } from '../../views/ui/Input.tsx';
import { Textarea } from '../../views/ui/Textarea.tsx';
import { type FieldState, TextField } from './TextField.tsx';
import { weekDayName } from './timingInWords.ts';

export type TimingFieldsProps = {
  values: SpecFields;
  fields: Record<
    'way' | 'words' | 'cron' | 'monthDays' | 'months' | 'years' | 'hours' | 'minutes' | 'timeZone',
    FieldState
  > & {
    weekDays: { initialValue?: (string | undefined)[] | string | undefined; errors?: string[] | undefined };
  };
  timeZones: readonly string[];
  /** The time zone is the browser's until somebody chooses another. */
  isNew: boolean;
};

const WEEK = [1, 2, 3, 4, 5, 6, 0];

/** When a schedule is due: in words, as cron or as a calendar. Without scripts all three stand there, and the choice counts. */
export function TimingFields({ values, fields, timeZones, isNew }: TimingFieldsProps) {
  const { t, i18n } = useTranslation('schedules');
  const hydrated = useHydrated();
  const initialWay = timingWays.find((each) => each === fields.way.initialValue) ?? values.way;
  const [way, setWay] = useState<TimingWay>(initialWay);
  const isHidden = (each: TimingWay): boolean => hydrated && way !== each;
  const days = new Set([fields.weekDays.initialValue ?? []].flat());
  return (
    <Card>
      <CardHeader title={t('form.when')} />
      <CardBody className="space-y-4">
        <fieldset>
          <legend className="mb-1.5 text-sm font-medium">{t('form.way')}</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {timingWays.map((each) => (
              <label key={each} className="flex items-center gap-2 text-sm">
                <input
                  type="radio"
                  name="way"
                  value={each}
                  defaultChecked={each === initialWay}
                  onChange={() => setWay(each)}
                  className="size-4 accent-brand"
                />
                {t(`form.ways.${each}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <div hidden={isHidden('words')}>
          <Field label={t('form.words')} hint={t('form.wordsHint')} errors={fields.words.errors}>
            {(control) => (
              <Input
                name="words"
                defaultValue={fields.words.initialValue}
                maxLength={200}
                autoComplete="off"
                {...control}
              />
            )}
          </Field>
        </div>
        <div hidden={isHidden('cron')}>
          <Field label={t('form.cron')} hint={t('form.cronHint')} errors={fields.cron.errors}>
            {(control) => (
              <Textarea
                name="cron"
                defaultValue={fields.cron.initialValue}
                rows={2}
                spellCheck={false}
                className="min-h-16 font-mono text-[0.8125rem]"
                {...control}
              />
            )}
          </Field>
        </div>
        <div hidden={isHidden('calendar')} className="space-y-4 [&[hidden]]:hidden">
          <fieldset>
            <legend className="text-sm font-medium">{t('form.weekDays')}</legend>
            <p className="mb-1.5 text-[0.8125rem] text-ink-muted">{t('form.weekDaysHint')}</p>
            <div className="flex flex-wrap gap-x-5 gap-y-2">
              {WEEK.map((day) => (
                <label key={day} className="flex items-center gap-2 text-sm">
                  <input
                    type="checkbox"
                    name="weekDays"
                    value={String(day)}
                    defaultChecked={days.has(String(day))}
                    className="size-4 accent-brand"
                  />
                  {weekDayName(day, i18n.language)}
                </label>
              ))}
            </div>
          </fieldset>
          <div className="grid gap-4 sm:grid-cols-2">
            {(['hours', 'minutes', 'monthDays', 'months'] as const).map((name) => (
              <TextField
                key={name}
                name={name}
                label={t(`form.${name}`)}
                hint={t(`form.${name}Hint`)}
                field={fields[name]}
                spellCheck={false}
              />
            ))}
          </div>
          <input type="hidden" name="years" value={fields.years.initialValue ?? '*'} />
        </div>
        <TimeZoneField field={fields.timeZone} timeZones={timeZones} isNew={isNew} />
      </CardBody>
    </Card>
  );
}

/** A time zone by its IANA name: the browser searches its list while one types. */
function TimeZoneField({
  field,
  timeZones,
  isNew,
}: {
  field: FieldState;
  timeZones: readonly string[];
  isNew: boolean;
}) {
  const { t } = useTranslation('schedules');
  const [zone, setZone] = useState(field.initialValue ?? 'UTC');
  const [isTouched, setTouched] = useState(!isNew);
  useEffect(() => {
    if (!isTouched) setZone(Intl.DateTimeFormat().resolvedOptions().timeZone);
  }, [isTouched]);
  return (
    <Field label={t('form.timeZone')} hint={t('form.timeZoneHint')} errors={field.errors}>
      {(control) => (
        <>
          <Input
            name="timeZone"
            list="time-zones"
            value={zone}
            onChange={(event) => {
              setTouched(true);
              setZone(event.currentTarget.value);
            }}
            autoComplete="off"
            spellCheck={false}
            className="max-w-md"
            {...control}
          />
          <datalist id="time-zones">
            {timeZones.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
