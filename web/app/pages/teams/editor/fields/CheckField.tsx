import { useId } from 'react';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useFaultWords } from '../../../../languages/faultWords.ts';
import { useField } from '../DraftContext.tsx';

export type CheckFieldProps = { path: TeamPath; label: string; hint?: string };

/** True or false in the team's JSON. */
export function CheckField({ path, label, hint }: CheckFieldProps) {
  const { value, errors, place, set } = useField(path);
  const id = useId();
  const words = useFaultWords();
  return (
    <div className="flex items-start gap-2.5">
      <input
        id={id}
        {...place}
        type="checkbox"
        checked={value === true}
        aria-describedby={hint === undefined && errors === undefined ? undefined : `${id}-about`}
        aria-invalid={errors === undefined ? undefined : true}
        onChange={(event) => set(event.currentTarget.checked)}
        className="mt-1 size-4 shrink-0 accent-brand"
      />
      <div className="min-w-0 text-sm">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <div id={`${id}-about`} className="text-[0.8125rem] text-ink-muted">
          {hint}
          {errors === undefined ? null : <p className="text-red-ink">{errors.map(words).join(' ')}</p>}
        </div>
      </div>
    </div>
  );
}
