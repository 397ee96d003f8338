import { useState } from 'react';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { Field } from '../../../../views/ui/Field.tsx';
import { Textarea } from '../../../../views/ui/Textarea.tsx';
import { useField } from '../DraftContext.tsx';
import { durationText, secondsOf } from './duration.ts';

/** A list of durations in the team's JSON, in seconds, typed one per line with their units. */
export function DurationsField({ path, label, hint }: { path: TeamPath; label: string; hint: string }) {
  const { value, errors, place, set } = useField(path);
  const [typed, setTyped] = useState('');
  const stored: unknown[] = Array.isArray(value) ? value : [];
  // The typed text is shown as it is, as long as it means what the JSON says.
  const isAsTyped = JSON.stringify(durationsOf(typed)) === JSON.stringify(stored);
  return (
    <Field label={label} hint={hint} errors={errors}>
      {(control) => (
        <Textarea
          {...control}
          {...place}
          rows={2}
          value={isAsTyped ? typed : stored.map(durationText).join('\n')}
          className="tabular min-h-16"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            set(durationsOf(event.currentTarget.value));
          }}
        />
      )}
    </Field>
  );
}

function durationsOf(text: string): (number | string)[] {
  return text.split('\n').flatMap((line) => secondsOf(line) ?? []);
}
