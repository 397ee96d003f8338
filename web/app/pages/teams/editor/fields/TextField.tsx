import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { classNames } from '../../../../views/ui/classNames.ts';
import { Field } from '../../../../views/ui/Field.tsx';
import { Input } from '../../../../views/ui/Input.tsx';
import { Textarea } from '../../../../views/ui/Textarea.tsx';
import { useField } from '../DraftContext.tsx';
import { textOf } from '../jsonValue.ts';

export type TextFieldProps = {
  path: TeamPath;
  label: string;
  hint?: string | undefined;
  /** Empty text is null in the JSON instead of "". */
  nullable?: boolean;
  /** Empty text is absent from the JSON. */
  optional?: boolean;
  /** Makes a text area with this many rows at first. */
  rows?: number;
  mono?: boolean;
  placeholder?: string;
  /** Names to suggest while typing. */
  suggestions?: readonly string[];
  /** Writes the text, if more than the text has to change. */
  write?: (text: string) => void;
  className?: string;
};

/** A text in the team's JSON. */
export function TextField({
  path,
  label,
  hint,
  nullable = false,
  optional = false,
  rows,
  mono = false,
  placeholder,
  suggestions,
  write,
  className,
}: TextFieldProps) {
  const { value, errors, place, set } = useField(path);
  const empty = nullable ? null : optional ? undefined : '';
  const put = write ?? ((text: string) => set(text === '' ? empty : text));
  const common = {
    ...place,
    value: textOf(value),
    placeholder,
    spellCheck: !mono,
    autoComplete: 'off',
    className: mono ? 'font-mono text-[0.8125rem]' : '',
  };
  return (
    <Field label={label} hint={hint} errors={errors} className={classNames('min-w-0', className)}>
      {(control) =>
        rows === undefined ? (
          <>
            <Input
              {...common}
              {...control}
              list={suggestions === undefined ? undefined : `${control.id}-names`}
              onChange={(event) => put(event.currentTarget.value)}
            />
            {suggestions === undefined ? null : (
              <datalist id={`${control.id}-names`}>
                {suggestions.map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            )}
          </>
        ) : (
          <Textarea
            {...common}
            {...control}
            rows={rows}
            onChange={(event) => put(event.currentTarget.value)}
          />
        )
      }
    </Field>
  );
}
