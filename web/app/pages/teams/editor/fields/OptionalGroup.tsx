import { type ReactNode, useId } from 'react';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { FieldErrors } from './FieldErrors.tsx';

export type OptionalGroupProps = {
  path: TeamPath;
  label: string;
  hint?: string;
  /** The initial value when it is switched on; null when it is off. */
  make: () => unknown;
  /** Switched off, it is absent from the JSON instead of null. */
  absent?: boolean;
  children: ReactNode;
};

/** An optional part of a team: null, or an object with its own fields. */
export function OptionalGroup({ path, label, hint, make, absent = false, children }: OptionalGroupProps) {
  const { value, errors, place, set } = useField(path);
  const id = useId();
  const isThere = value !== null && value !== undefined;
  return (
    <div className="space-y-3">
      <div className="flex items-start gap-2.5">
        <input
          id={id}
          {...place}
          type="checkbox"
          checked={isThere}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => set(event.currentTarget.checked ? make() : absent ? undefined : null)}
          className="mt-1 size-4 shrink-0 accent-brand"
        />
        <div className="min-w-0 text-sm">
          <label htmlFor={id} className="font-medium">
            {label}
          </label>
          {hint === undefined ? null : (
            <p id={`${id}-hint`} className="text-[0.8125rem] text-ink-muted">
              {hint}
            </p>
          )}
        </div>
      </div>
      <FieldErrors errors={errors} />
      {isThere ? <div className="space-y-4 border-l-2 border-line pl-4">{children}</div> : null}
    </div>
  );
}
