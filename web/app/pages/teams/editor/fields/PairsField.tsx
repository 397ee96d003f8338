import { useState } from 'react';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { Field } from '../../../../views/ui/Field.tsx';
import { Textarea } from '../../../../views/ui/Textarea.tsx';
import { useField } from '../DraftContext.tsx';
import { isRecord } from '../jsonValue.ts';
import { pairsIn, textOfPairs } from './pairs.ts';

const EXAMPLES = { ':': 'Authorization: Bearer ${secret:NAME}', '=': 'API_KEY=${secret:NAME}' };

export type PairsFieldProps = {
  path: TeamPath;
  label: string;
  hint?: string;
  /** The separator: ":" for headers, "=" for environment variables. */
  separator: ':' | '=';
};

/** Texts by name in the team's JSON, one per line. */
export function PairsField({ path, label, hint, separator }: PairsFieldProps) {
  const { value, errors, place, isUnfinished, set, setUnfinished } = useField(path);
  const [typed, setTyped] = useState('');
  const stored = textOfPairs(isRecord(value) ? value : {}, separator);
  const read = pairsIn(typed, separator);
  const isCurrent = read.ok ? textOfPairs(read.pairs, separator) === stored : isUnfinished;
  return (
    <Field label={label} hint={hint} errors={errors}>
      {(control) => (
        <Textarea
          {...control}
          {...place}
          rows={2}
          value={isCurrent ? typed : stored}
          spellCheck={false}
          placeholder={EXAMPLES[separator]}
          className="min-h-16 font-mono text-[0.8125rem]"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            const next = pairsIn(event.currentTarget.value, separator);
            setUnfinished(next.ok ? null : next.message);
            if (next.ok) set(next.pairs);
          }}
        />
      )}
    </Field>
  );
}
