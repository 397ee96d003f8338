import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  redirectDocument,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { enterAccount } from '../data/accounts/enterAccount.server.ts';
import { safeNext } from '../data/accounts/safeNext.ts';
import { sayWhatIsWrong } from '../data/accounts/sayWhatIsWrong.server.ts';
import { signInSchema } from '../data/accounts/signInSchema.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { SignInPage } from '../pages/auth/SignInPage.tsx';
import { services } from '../services.server.ts';

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
  const outcome = await enterAccount({ request, action: 'sign-in', fields: { email, password } });
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

export default function SignInRoute() {
  return <SignInPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()} />;
}
