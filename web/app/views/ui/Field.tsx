import { CircleAlert } from 'lucide-react';
import { type LabelHTMLAttributes, type ReactNode, useId } from 'react';
import { useFaultWords } from '../../languages/faultWords.ts';
import { classNames } from './classNames.ts';

/** The props that a Field passes to its control: spread them on it. */
export type FieldControl = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

export type FieldProps = {
  label: ReactNode;
  /** Shown under the label, before anything has gone wrong. */
  hint?: ReactNode;
  /** What is wrong (languages/fault.ts). conform's `field.errors` fits. */
  errors?: readonly string[] | undefined;
  /** The label is read by screen readers but not shown. */
  labelHidden?: boolean;
  className?: string | undefined;
  children: (control: FieldControl) => ReactNode;
};

/**
 * A control with its label, hint and error, tied together for screen readers.
 *
 * @example
 * <Field label="Task" errors={fields.task.errors}>
 *   {(control) => <Textarea name={fields.task.name} {...control} />}
 * </Field>
 */
export function Field({ label, hint, errors, labelHidden = false, className, children }: FieldProps) {
  const id = useId();
  const words = useFaultWords();
  const hasErrors = errors !== undefined && errors.length > 0;
  const describedBy = [hint ? `${id}-hint` : '', hasErrors ? `${id}-errors` : ''].filter(Boolean).join(' ');
  return (
    <div className={classNames('space-y-1.5', className)}>
      <Label htmlFor={id} className={labelHidden ? 'sr-only' : undefined}>
        {label}
      </Label>
      {hint ? (
        <p id={`${id}-hint`} className="text-[0.8125rem] leading-snug text-ink-muted">
          {hint}
        </p>
      ) : null}
      {children({
        id,
        'aria-describedby': describedBy === '' ? undefined : describedBy,
        'aria-invalid': hasErrors || undefined,
      })}
      {hasErrors ? (
        <p
          id={`${id}-errors`}
          role="alert"
          className="flex items-start gap-1.5 text-[0.8125rem] leading-snug text-red-ink"
        >
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span>{errors.map(words).join(' ')}</span>
        </p>
      ) : null}
    </div>
  );
}

/** The attributes that name a control. A Field brings its own. */
function Label({ className, children, ...rest }: LabelHTMLAttributes<HTMLLabelElement>) {
  return (
    <label className={classNames('block text-sm font-medium text-ink', className)} {...rest}>
      {children}
    </label>
  );
}
