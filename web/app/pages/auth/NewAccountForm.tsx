import { getFormProps, getInputProps, useForm, type SubmissionResult } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import { Form, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { newAccountSchema } from '../../data/accounts/newAccountSchema.ts';
import { PASSWORD_MIN_LENGTH } from '../../data/accounts/passwordRules.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { FormError } from '../../views/ui/FormError.tsx';
import { Input } from '../../views/ui/Input.tsx';

export type NewAccountFormProps = {
  lastResult: SubmissionResult | undefined;
  submitLabel: string;
  /** Hidden inputs that travel along. */
  children?: ReactNode;
};

/** Name, e-mail and password of somebody new. */
export function NewAccountForm({ lastResult, submitLabel, children }: NewAccountFormProps) {
  const navigation = useNavigation();
  const [form, fields] = useForm({
    lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: newAccountSchema }),
    shouldRevalidate: 'onInput',
  });
  return (
    <Form method="post" {...getFormProps(form)} className="space-y-4">
      <FormError errors={form.errors} />
      {children}
      <Field label="Name" errors={fields.name.errors}>
        {(control) => (
          <Input
            {...getInputProps(fields.name, { type: 'text' })}
            {...control}
            autoComplete="name"
            autoFocus
          />
        )}
      </Field>
      <Field label="E-mail" errors={fields.email.errors}>
        {(control) => (
          <Input {...getInputProps(fields.email, { type: 'email' })} {...control} autoComplete="username" />
        )}
      </Field>
      <Field
        label="Password"
        hint={`At least ${PASSWORD_MIN_LENGTH} characters.`}
        errors={fields.password.errors}
      >
        {(control) => (
          <Input
            {...getInputProps(fields.password, { type: 'password' })}
            {...control}
            autoComplete="new-password"
          />
        )}
      </Field>
      <Button
        type="submit"
        variant="primary"
        size="lg"
        className="w-full"
        pending={navigation.state !== 'idle'}
      >
        {submitLabel}
      </Button>
    </Form>
  );
}
