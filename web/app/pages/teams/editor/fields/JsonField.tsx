import { useState } from 'react';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { fault } from '../../../../languages/fault.ts';
import { Field } from '../../../../views/ui/Field.tsx';
import { Textarea } from '../../../../views/ui/Textarea.tsx';
import { useField } from '../DraftContext.tsx';

export type JsonFieldProps = {
  path: TeamPath;
  label: string;
  hint?: string;
  rows?: number;
  /** Empty text is absent from the JSON. */
  optional?: boolean;
};

/**
 * A part of the team without its own fields, as JSON. While the text is invalid, the team keeps the last valid
 * value.
 */
export function JsonField({ path, label, hint, rows = 4, optional = false }: JsonFieldProps) {
  const { value, errors, place, isUnfinished, set, setUnfinished } = useField(path);
  const [typed, setTyped] = useState('');
  const stored = textOf(value);
  const read = parse(typed, optional);
  const isCurrent = read.ok ? textOf(read.value) === stored : isUnfinished;
  return (
    <Field label={label} hint={hint} errors={errors}>
      {(control) => (
        <Textarea
          {...control}
          {...place}
          rows={rows}
          value={isCurrent ? typed : stored}
          spellCheck={false}
          className="font-mono text-[0.8125rem]"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            const next = parse(event.currentTarget.value, optional);
            setUnfinished(next.ok ? null : fault('editor:faults.invalidJson'));
            if (next.ok) set(next.value);
          }}
        />
      )}
    </Field>
  );
}

function parse(text: string, optional: boolean): { ok: true; value: unknown } | { ok: false } {
  if (optional && text.trim() === '') return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}

function textOf(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value, null, 2);
}
