import { useState } from 'react';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { fault } from '../../../../languages/fault.ts';
import { Field } from '../../../../views/ui/Field.tsx';
import { Textarea } from '../../../../views/ui/Textarea.tsx';
import { useField } from '../DraftContext.tsx';

export type JsonFieldProps = { path: TeamPath; label: string; hint?: string; rows?: number };

/** A piece of the team that has no form of its own, as JSON. While it is none, the team keeps what stood there last. */
export function JsonField({ path, label, hint, rows = 4 }: JsonFieldProps) {
  const { value, errors, place, isUnfinished, set, setUnfinished } = useField(path);
  const [typed, setTyped] = useState('');
  const stored = value === undefined ? '' : JSON.stringify(value, null, 2);
  const read = parse(typed);
  const isCurrent = read.ok ? JSON.stringify(read.value, null, 2) === stored : isUnfinished;
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
            const next = parse(event.currentTarget.value);
            setUnfinished(next.ok ? null : fault('editor:faults.invalidJson'));
            if (next.ok) set(next.value);
          }}
        />
      )}
    </Field>
  );
}

function parse(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}
