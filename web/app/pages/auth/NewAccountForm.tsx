import { getFormProps, getInputProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { newAccountSchema } from '../../data/accounts/newAccountSchema.ts';
import { PASSWORD_MIN_LENGTH } from '../../data/accounts/passwordRules.ts';
import { parseForm } from '../../data/requests/parseForm.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { FormError } from '../../views/ui/FormError.tsx';
import { Input } from '../../views/ui/Input.tsx';

export type NewAccountFormProps = {
  lastResult: SubmissionResult | undefined;
  submitLabel: string;
  /** Hidden inputs. */
  children?: ReactNode;
};

/** Name, e-mail and password of a new user. */
export function NewAccountForm({ lastResult, submitLabel, children }: NewAccountFormProps) {
  const { t } = useTranslation('auth');
  const navigation = useNavigation();
  const [form, fields] = useForm({
    lastResult,
    onValidate: ({ formData }) => parseForm(formData, newAccountSchema),
    shouldRevalidate: 'onInput',
  });
  return (
    <Form method="post" {...getFormProps(form)} className="space-y-4">
      <FormError errors={form.errors} />
      {children}
      <Field label={t('name')} errors={fields.name.errors}>
        {(control) => (
          <Input
            {...getInputProps(fields.name, { type: 'text' })}
            {...control}
            autoComplete="name"
            autoFocus
          />
        )}
      </Field>
      <Field label={t('email')} errors={fields.email.errors}>
        {(control) => (
          <Input {...getInputProps(fields.email, { type: 'email' })} {...control} autoComplete="username" />
        )}
      </Field>
      <Field
        label={t('password')}
        hint={t('passwordHint', { count: PASSWORD_MIN_LENGTH })}
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
