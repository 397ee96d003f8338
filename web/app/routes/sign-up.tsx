import { type ActionFunctionArgs, data, type MetaFunction, redirectDocument } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { enterAccount } from '../data/accounts/enterAccount.server.ts';
import { newAccountSchema } from '../data/accounts/newAccountSchema.ts';
import { sayWhatIsWrong } from '../data/accounts/sayWhatIsWrong.server.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { SignUpPage } from '../pages/auth/SignUpPage.tsx';
import { services } from '../services.server.ts';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('auth:titles.signUp'))];

export function loader() {
  const open = services().environment.OPEN_SIGN_UP;
  return data({ open }, { status: open ? 200 : 403 });
}

export async function action({ request }: ActionFunctionArgs) {
  if (!services().environment.OPEN_SIGN_UP) throw refuse(403, fault('auth:faults.signUpClosed'));
  const submission = parseForm(await request.formData(), newAccountSchema);
  if (submission.status !== 'success') return sayWhatIsWrong(submission);
  const outcome = await enterAccount({ request, action: 'sign-up', fields: submission.value });
  switch (outcome.kind) {
    case 'entered':
      return redirectDocument('/conversations', { headers: outcome.headers });
    case 'too_many_attempts':
      return sayWhatIsWrong(
        submission,
        fault('auth:faults.tooManyAttempts', { count: outcome.retryAfterSeconds }),
      );
    case 'refused':
      return sayWhatIsWrong(submission, fault('auth:faults.notCreated'));
  }
}

export default function SignUpRoute() {
  return <SignUpPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()} />;
}
