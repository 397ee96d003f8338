import { useState } from 'react';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { Field } from '../../../../views/ui/Field.tsx';
import { Input } from '../../../../views/ui/Input.tsx';
import { useField } from '../DraftContext.tsx';

const MICRO = 1_000_000;

/** An amount of money in the team's JSON, stored in whole micro-dollars and typed in dollars. */
export function MoneyField({ path, label }: { path: TeamPath; label: string }) {
  const { value, errors, place, set } = useField(path);
  const [typed, setTyped] = useState('');
  const stored = typeof value === 'number' ? String(value / MICRO) : '';
  return (
    <Field label={label} errors={errors}>
      {(control) => (
        <Input
          {...control}
          {...place}
          value={microUsd(typed) === value ? typed : stored}
          inputMode="decimal"
          autoComplete="off"
          className="tabular"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            set(microUsd(event.currentTarget.value));
          }}
        />
      )}
    </Field>
  );
}

function microUsd(text: string): number | string | null {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return null;
  const dollars = Number(trimmed);
  return Number.isFinite(dollars) ? Math.round(dollars * MICRO) : trimmed;
}
