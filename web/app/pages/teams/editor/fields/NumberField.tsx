import { useState } from 'react';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { Field } from '../../../../views/ui/Field.tsx';
import { Input } from '../../../../views/ui/Input.tsx';
import { useField } from '../DraftContext.tsx';

export type NumberFieldProps = {
  path: TeamPath;
  label: string;
  hint?: string;
  /** What an empty field means. */
  placeholder?: string;
  /** An empty field is absent from the JSON instead of null. */
  optional?: boolean;
  className?: string;
};

/** A number in the team's JSON; an empty field is null. */
export function NumberField({
  path,
  label,
  hint,
  placeholder,
  optional = false,
  className,
}: NumberFieldProps) {
  const { value, errors, place, set } = useField(path);
  const [typed, setTyped] = useState('');
  // The typed text is shown as it is, as long as it matches the JSON: "1." is 1 on its way to 1.5.
  const text = parse(typed) === value ? typed : textOfNumber(value);
  return (
    <Field label={label} hint={hint} errors={errors} className={className}>
      {(control) => (
        <Input
          {...control}
          {...place}
          value={text}
          placeholder={placeholder}
          inputMode="decimal"
          autoComplete="off"
          className="tabular"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            const next = parse(event.currentTarget.value);
            set(next === null && optional ? undefined : next);
          }}
        />
      )}
    </Field>
  );
}

/** A number, null for empty text, or the text itself if it is not a number: the schema reports the error. */
function parse(text: string): number | string | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const number = Number(trimmed.replaceAll(/(?<=\d)[_ ,](?=\d{3}(\D|$))/g, ''));
  return Number.isFinite(number) ? number : trimmed;
}

function textOfNumber(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}
