import { useState } from 'react';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { Field } from '../../../../views/ui/Field.tsx';
import { Textarea } from '../../../../views/ui/Textarea.tsx';
import { useField } from '../DraftContext.tsx';

export type LinesFieldProps = {
  path: TeamPath;
  label: string;
  hint?: string;
  /** Without lines the value is null instead of an empty list. */
  nullable?: boolean;
  mono?: boolean;
};

/** A list of texts in the team's JSON, one per line. */
export function LinesField({ path, label, hint, nullable = false, mono = false }: LinesFieldProps) {
  const { value, errors, place, set } = useField(path);
  const [typed, setTyped] = useState('');
  const lines = Array.isArray(value) ? value.filter((line) => typeof line === 'string') : [];
  // The typed text is shown as it is, including empty lines, as long as it matches the JSON.
  const text = linesOf(typed).join('\n') === lines.join('\n') ? typed : lines.join('\n');
  return (
    <Field label={label} hint={hint} errors={errors}>
      {(control) => (
        <Textarea
          {...control}
          {...place}
          rows={2}
          value={text}
          spellCheck={!mono}
          className={mono ? 'min-h-16 font-mono text-[0.8125rem]' : 'min-h-16'}
          onChange={(event) => {
            const next = linesOf(event.currentTarget.value);
            setTyped(event.currentTarget.value);
            set(nullable && next.length === 0 ? null : next);
          }}
        />
      )}
    </Field>
  );
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
