import { useTranslation } from 'react-i18next';
import { foldChoices, gapChoices } from '../../../../workflows/domain/schedules/spec.ts';
import { EMPTY_FORM, type ScheduleFormValues } from '../../data/schedules/scheduleForm.ts';
import { Field } from '../../views/ui/Field.tsx';
import { Fold } from '../../views/ui/Fold.tsx';
import { Select } from '../../views/ui/Select.tsx';
import { type FieldState, TextField } from './TextField.tsx';

const names = [
  'gap',
  'fold',
  'startAt',
  'endAt',
  'maxRuns',
  'runsADay',
  'costADay',
  'jitterSeconds',
  'catchUpMinutes',
] as const;

/** What bounds a schedule's runs, each a number. */
const limits = [
  { name: 'maxRuns', label: 'form.maxRuns', hint: 'form.maxRunsHint' },
  { name: 'runsADay', label: 'form.runsADay', hint: 'form.noLimit' },
  { name: 'costADay', label: 'form.costADay', hint: 'form.noLimit' },
  { name: 'jitterSeconds', label: 'form.jitter', hint: 'form.jitterHint' },
  { name: 'catchUpMinutes', label: 'form.catchUp', hint: 'form.catchUpHint' },
] as const;

type MoreFieldsProps = {
  values: ScheduleFormValues;
  fields: Record<(typeof names)[number], FieldState>;
  /** What is wrong may stand here. */
  isRefused: boolean;
};

/** The fields that are seldom filled in: clocks, start and end, limits. */
export function MoreFields({ values, fields, isRefused }: MoreFieldsProps) {
  const { t } = useTranslation('schedules');
  return (
    <Fold label={t('form.more')} open={hasMore(values) || isRefused}>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('form.gap')} errors={fields.gap.errors}>
          {(control) => (
            <Select name="gap" defaultValue={fields.gap.initialValue} {...control}>
              {gapChoices.map((choice) => (
                <option key={choice} value={choice}>
                  {t(`form.gaps.${choice}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={t('form.fold')} errors={fields.fold.errors}>
          {(control) => (
            <Select name="fold" defaultValue={fields.fold.initialValue} {...control}>
              {foldChoices.map((choice) => (
                <option key={choice} value={choice}>
                  {t(`form.folds.${choice}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {(['startAt', 'endAt'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(`form.${name}`)}
            hint={t('form.inZone')}
            field={fields[name]}
            type="datetime-local"
          />
        ))}
        {limits.map(({ name, label, hint }) => (
          <TextField
            key={name}
            name={name}
            label={t(label)}
            hint={t(hint)}
            field={fields[name]}
            inputMode="decimal"
            className="tabular"
          />
        ))}
      </div>
    </Fold>
  );
}

/** Whether something stands in these fields that an empty form has not. */
function hasMore(values: ScheduleFormValues): boolean {
  return names.some((name) => values[name] !== EMPTY_FORM[name]);
}
