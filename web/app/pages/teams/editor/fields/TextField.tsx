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
  /** Nothing written is null in the JSON, not an empty text. */
  nullable?: boolean;
  /** Many lines, this many at first. */
  rows?: number;
  mono?: boolean;
  placeholder?: string;
  /** Names to choose from while one types. */
  suggestions?: readonly string[];
  /** Where more goes along with the text than the text. */
  write?: (text: string) => void;
  className?: string;
};

/** A text in the team's JSON. */
export function TextField({
  path,
  label,
  hint,
  nullable = false,
  rows,
  mono = false,
  placeholder,
  suggestions,
  write,
  className,
}: TextFieldProps) {
  const { value, errors, place, set } = useField(path);
  const put = write ?? ((text: string) => set(nullable && text === '' ? null : text));
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
