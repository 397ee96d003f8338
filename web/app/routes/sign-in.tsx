import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  redirectDocument,
} from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import { enterAccount } from '../data/accounts/enterAccount.server.ts';
import { safeNext } from '../data/accounts/safeNext.ts';
import { sayWhatIsWrong } from '../data/accounts/sayWhatIsWrong.server.ts';
import { signInSchema } from '../data/accounts/signInSchema.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { SignedOutCard } from '../pages/auth/SignedOutCard.tsx';
import { services } from '../services.server.ts';
import { Button } from '../views/ui/Button.tsx';
import { Field } from '../views/ui/Field.tsx';
import { FormError } from '../views/ui/FormError.tsx';
import { Input } from '../views/ui/Input.tsx';
import { Notice } from '../views/ui/Notice.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('auth:titles.signIn'))];

export async function loader({ request }: LoaderFunctionArgs) {
  const params = new URL(request.url).searchParams;
  const next = safeNext(params.get('next'));
  const { auth, environment } = services();
  if (await auth.api.getSession({ headers: request.headers })) return redirect(next);
  return {
    next,
    expired: params.has('expired'),
    signedOut: params.has('signed-out'),
    openSignUp: environment.OPEN_SIGN_UP,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const submission = parseForm(await request.formData(), signInSchema);
  if (submission.status !== 'success') return sayWhatIsWrong(submission);
  const { email, password, next } = submission.value;
  const outcome = await enterAccount({ request, deed: 'sign-in', fields: { email, password } });
  switch (outcome.kind) {
    case 'entered':
      return redirectDocument(safeNext(next), { headers: outcome.headers });
    case 'too_many_attempts':
      return sayWhatIsWrong(
        submission,
        fault('auth:faults.tooManyAttempts', { count: outcome.retryAfterSeconds }),
      );
    case 'refused':
      return sayWhatIsWrong(submission, fault('auth:faults.noMatch'));
  }
}

export default function SignInPage() {
  const { next, expired, signedOut, openSignUp } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
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
