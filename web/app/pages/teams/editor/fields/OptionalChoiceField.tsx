import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { isRecord } from '../jsonValue.ts';
import { ChoiceControl } from './ChoiceField.tsx';

export type OptionalChoiceFieldProps = {
  /** The object that may contain the field. */
  path: TeamPath;
  name: string;
  label: string;
  hint?: string;
  /** The label for an absent field. */
  absentLabel: string;
  choices: readonly { value: string | boolean; label: string }[];
};

/** A choice among values for a field that can be absent from the team's JSON. */
export function OptionalChoiceField({
  path,
  name,
  label,
  hint,
  absentLabel,
  choices,
}: OptionalChoiceFieldProps) {
  const whole = useField(path);
  const { value, errors } = useField([...path, name]);
  const options = choices.map((choice) => ({ value: String(choice.value), label: choice.label }));
  const choose = (next: string) => {
    const { [name]: _before, ...others } = isRecord(whole.value) ? whole.value : {};
    const chosen = choices.find((choice) => String(choice.value) === next);
    whole.set(chosen === undefined ? others : { ...others, [name]: chosen.value });
  };
  return (
    <ChoiceControl
      path={[...path, name]}
      label={label}
      hint={hint}
      errors={errors}
      value={typeof value === 'string' || typeof value === 'boolean' ? String(value) : ''}
      choices={[{ value: '', label: absentLabel }, ...options]}
      onChoose={choose}
    />
  );
}
