import { useRef } from 'react';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { kindOf } from '../jsonValue.ts';
import { ChoiceControl } from './ChoiceField.tsx';

export type KindFieldProps<Kind extends string> = {
  path: TeamPath;
  label: string;
  hint?: string | undefined;
  kinds: Record<Kind, string>;
  /** What stands in the JSON once a kind is chosen. */
  make: (kind: Kind) => unknown;
  /** Whoever looks at another kind and comes back finds what stood there. */
  remembers?: boolean;
};

/** Which of several kinds something is; another kind is another object. */
export function KindField<Kind extends string>({
  path,
  label,
  hint,
  kinds,
  make,
  remembers = false,
}: KindFieldProps<Kind>) {
  const { value, set } = useField(path);
  const { errors } = useField([...path, 'kind']);
  const left = useRef(new Map<string, unknown>());
  const choices = Object.entries<string>(kinds).map(([kind, name]) => ({ value: kind, label: name }));
  const isKind = (kind: string): kind is Kind => Object.hasOwn(kinds, kind);
  return (
    <ChoiceControl
      path={[...path, 'kind']}
      label={label}
      hint={hint}
      errors={errors}
      value={kindOf(value)}
      choices={choices}
      onChoose={(kind) => {
        if (!isKind(kind)) return;
        if (remembers) left.current.set(kindOf(value), value);
        set(left.current.get(kind) ?? make(kind));
      }}
    />
  );
}
