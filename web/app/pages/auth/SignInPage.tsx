import { getFormProps, getInputProps, type SubmissionResult, useForm } from '@conform-to/react';
import { Form, Link, useNavigation } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import { signInSchema } from '../../data/accounts/signInSchema.ts';
import { parseForm } from '../../data/requests/parseForm.ts';
import { Button } from '../../views/ui/Button.tsx';
import { Field } from '../../views/ui/Field.tsx';
import { FormError } from '../../views/ui/FormError.tsx';
import { Input } from '../../views/ui/Input.tsx';
import { Notice } from '../../views/ui/Notice.tsx';
import { SignedOutCard } from './SignedOutCard.tsx';

export interface SignInPageProps {
  /** Where to go afterwards. */
  next: string;
  /** The session has expired. */
  expired: boolean;
  /** The person has just signed out. */
  signedOut: boolean;
  /** Whether anybody may create an account. */
  openSignUp: boolean;
  /** The errors of the previous submit. */
  lastResult: SubmissionResult | undefined;
}

export function SignInPage({ next, expired, signedOut, openSignUp, lastResult }: SignInPageProps) {
  const { t } = useTranslation('auth');
  const navigation = useNavigation();
  const [form, fields] = useForm({
    lastResult,
    onValidate: ({ formData }) => parseForm(formData, signInSchema),
    shouldRevalidate: 'onInput',
  });
  return (
    <SignedOutCard title={t('signIn.title')} description={t('signIn.description')}>
      {expired && !lastResult ? (
        <Notice kind="warning" title={t('signIn.expired')}>
          {t('signIn.expiredHint')}
        </Notice>
      ) : null}
      {signedOut && !lastResult ? <Notice kind="success">{t('signIn.signedOut')}</Notice> : null}
      <Form method="post" {...getFormProps(form)} className="space-y-4">
        <FormError errors={form.errors} />
        <input type="hidden" name="next" value={next} />
        <Field label={t('email')} errors={fields.email.errors}>
          {(control) => (
            <Input
              {...getInputProps(fields.email, { type: 'email' })}
              {...control}
              autoComplete="username"
              autoFocus
            />
          )}
        </Field>
        <Field label={t('password')} errors={fields.password.errors}>
          {(control) => (
            <Input
              {...getInputProps(fields.password, { type: 'password' })}
              {...control}
              autoComplete="current-password"
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
          {t('signIn.submit')}
        </Button>
      </Form>
      {openSignUp ? (
        <p className="text-center text-sm text-ink-muted">
          <Trans
            t={t}
            i18nKey="signIn.noAccount"
            components={{
              a: <Link to="/sign-up" className="font-medium text-brand-ink underline underline-offset-4" />,
            }}
          />
        </p>
      ) : null}
    </SignedOutCard>
  );
}
