import { getFormProps, getInputProps, useForm } from '@conform-to/react';
import { parseWithZod } from '@conform-to/zod/v4';
import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react';
import { enterAccount } from '../data/accounts/enterAccount.server.ts';
import { safeNext } from '../data/accounts/safeNext.ts';
import { sayWhatIsWrong } from '../data/accounts/sayWhatIsWrong.server.ts';
import { signInSchema } from '../data/accounts/signInSchema.ts';
import { Button } from '../views/ui/Button.tsx';
import { Field } from '../views/ui/Field.tsx';
import { FormError } from '../views/ui/FormError.tsx';
import { Input } from '../views/ui/Input.tsx';
import { Notice } from '../views/ui/Notice.tsx';
import { SignedOutCard } from '../pages/auth/SignedOutCard.tsx';
import { formatDuration } from '../views/format/duration.ts';
import { services } from '../services.server.ts';

export const meta: MetaFunction = () => [{ title: 'Sign in · Colloquy' }];

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
  const submission = parseWithZod(await request.formData(), { schema: signInSchema });
  if (submission.status !== 'success') return sayWhatIsWrong(submission);
  const { email, password, next } = submission.value;
  const outcome = await enterAccount({ request, deed: 'sign-in', fields: { email, password } });
  switch (outcome.kind) {
    case 'entered':
      return redirect(safeNext(next), { headers: outcome.headers });
    case 'too_many_attempts':
      return sayWhatIsWrong(
        submission,
        `Too many attempts. Try again in ${formatDuration(outcome.retryAfterSeconds * 1_000)}.`,
      );
    case 'refused':
      return sayWhatIsWrong(submission, 'E-mail and password don’t match an account.');
  }
}

export default function SignInPage() {
  const { next, expired, signedOut, openSignUp } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  const navigation = useNavigation();
  const [form, fields] = useForm({
    lastResult,
    onValidate: ({ formData }) => parseWithZod(formData, { schema: signInSchema }),
    shouldRevalidate: 'onInput',
  });
  return (
    <SignedOutCard
      title="Sign in to Colloquy"
      description="Your conversations have been going on without you."
    >
      {expired && !lastResult ? (
        <Notice kind="warning" title="Your session has expired">
          Sign in again, and you come back to where you were.
        </Notice>
      ) : null}
      {signedOut && !lastResult ? <Notice kind="success">You are signed out.</Notice> : null}
      <Form method="post" {...getFormProps(form)} className="space-y-4">
        <FormError errors={form.errors} />
        <input type="hidden" name="next" value={next} />
        <Field label="E-mail" errors={fields.email.errors}>
          {(control) => (
            <Input
              {...getInputProps(fields.email, { type: 'email' })}
              {...control}
              autoComplete="username"
              autoFocus
            />
          )}
        </Field>
        <Field label="Password" errors={fields.password.errors}>
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
          Sign in
        </Button>
      </Form>
      {openSignUp ? (
        <p className="text-center text-sm text-ink-muted">
          No account yet?{' '}
          <Link to="/sign-up" className="font-medium text-brand-ink underline underline-offset-4">
            Sign up
          </Link>
        </p>
      ) : null}
    </SignedOutCard>
  );
}
