import type { InputHTMLAttributes } from 'react';
import { Field } from '../../views/ui/Field.tsx';
import { Input } from '../../views/ui/Input.tsx';

/** A field as the form's state has it. */
export interface FieldState {
  initialValue?: string | undefined;
  errors?: string[] | undefined;
}

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  name: string;
  label: string;
  hint: string;
  field: FieldState;
}

/** One line of the form of a schedule; what else is said is said of its input. */
export function TextField({ name, label, hint, field, ...input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} errors={field.errors}>
      {(control) => (
        <Input name={name} autoComplete="off" defaultValue={field.initialValue} {...input} {...control} />
      )}
    </Field>
  );
}
