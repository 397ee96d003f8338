import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { Field } from '../../../../views/ui/Field.tsx';
import { Select } from '../../../../views/ui/Select.tsx';
import { useField } from '../DraftContext.tsx';
import { placeAttribute } from '../place.ts';

export type Choice = { value: string; label: string };

export type ChoiceFieldProps = {
  path: TeamPath;
  label: string;
  hint?: string | undefined;
  choices: readonly Choice[];
  /** The label for null; absent if null is not allowed. */
  noneLabel?: string;
  className?: string | undefined;
};

/** A choice among texts in the team's JSON. */
export function ChoiceField({ path, label, hint, choices, noneLabel, className }: ChoiceFieldProps) {
  const { value, errors, set } = useField(path);
  return (
    <ChoiceControl
      path={path}
      label={label}
      hint={hint}
      errors={errors}
      value={typeof value === 'string' ? value : ''}
      choices={noneLabel === undefined ? choices : [{ value: '', label: noneLabel }, ...choices]}
      onChoose={(next) => set(next === '' ? null : next)}
      className={className}
    />
  );
}

export type ChoiceControlProps = {
  /** The place that it edits. */
  path: TeamPath;
  label: string;
  hint?: string | undefined;
  errors?: readonly string[] | undefined;
  value: string;
  choices: readonly Choice[];
  onChoose: (value: string) => void;
  className?: string | undefined;
};

/** A select whose user converts the choice to JSON. A value that is not among the choices is shown unchanged. */
export function ChoiceControl({
  path,
  label,
  hint,
  errors,
  value,
  choices,
  onChoose,
  className,
}: ChoiceControlProps) {
  const { t } = useTranslation('editor');
  const isKnown = choices.some((choice) => choice.value === value);
  return (
    <Field label={label} hint={hint} errors={errors} className={className}>
      {(control) => (
        <Select
          {...control}
          {...placeAttribute(path)}
          value={value}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          {isKnown ? null : <option value={value}>{value === '' ? t('fields.choose') : value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
