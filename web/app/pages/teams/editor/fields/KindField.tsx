import { useRef } from 'react';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { kindOf } from '../jsonValue.ts';
import { ChoiceControl } from './ChoiceField.tsx';

export type KindFieldProps<Kind extends string> = {
  path: TeamPath;
  label: string;
  hint?: string | undefined;
  kinds: readonly Kind[];
  /** The label of a kind. */
  nameOf: (kind: Kind) => string;
  /** The initial JSON of a kind. */
  make: (kind: Kind) => unknown;
  /** Whether switching to another kind and back restores the earlier value. */
  remembers?: boolean;
};

/** Chooses between kinds; another kind is another object. */
export function KindField<Kind extends string>({
  path,
  label,
  hint,
  kinds,
  nameOf,
  make,
  remembers = false,
}: KindFieldProps<Kind>) {
  const { value, set } = useField(path);
  const { errors } = useField([...path, 'kind']);
  const left = useRef(new Map<string, unknown>());
  const choices = kinds.map((kind) => ({ value: kind, label: nameOf(kind) }));
  return (
    <ChoiceControl
      path={[...path, 'kind']}
      label={label}
      hint={hint}
      errors={errors}
      value={kindOf(value)}
      choices={choices}
      onChoose={(chosen) => {
        const kind = kinds.find((each) => each === chosen);
        if (kind === undefined) return;
        if (remembers) left.current.set(kindOf(value), value);
        set(left.current.get(kind) ?? make(kind));
      }}
    />
  );
}
