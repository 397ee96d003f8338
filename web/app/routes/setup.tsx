import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  redirectDocument,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { createOwner } from '../data/accounts/createOwner.server.ts';
import { enterAccount } from '../data/accounts/enterAccount.server.ts';
import { newAccountSchema } from '../data/accounts/newAccountSchema.ts';
import { readOwnerLink } from '../data/accounts/ownerLink.server.ts';
import { sayWhatIsWrong } from '../data/accounts/sayWhatIsWrong.server.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { SetupPage } from '../pages/auth/SetupPage.tsx';
import { services } from '../services.server.ts';

const STATUS = { valid: 200, owner_exists: 410, invalid: 403 } as const;

const REASONS = {
  owner_exists: fault('auth:faults.ownerExists'),
  invalid: fault('auth:faults.linkInvalid'),
  email_taken: fault('auth:faults.emailTaken'),
} as const;

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('auth:titles.setup'))];

export async function loader({ request }: LoaderFunctionArgs) {
  const token = new URL(request.url).searchParams.get('token') ?? '';
  const state = await readOwnerLink(services().database, token, new Date());
  return data({ token, state }, { status: STATUS[state] });
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const submission = parseForm(form, newAccountSchema);
  if (submission.status !== 'success') return sayWhatIsWrong(submission);
  const account = submission.value;
  const token = form.get('token');
  const outcome = await createOwner({
    token: typeof token === 'string' ? token : '',
    account,
    now: new Date(),
  });
  if (outcome !== 'created') {
    return sayWhatIsWrong(submission, REASONS[outcome]);
  }
  const entered = await enterAccount({ request, action: 'sign-in', fields: account });
  return entered.kind === 'entered'
    ? redirectDocument('/conversations', { headers: entered.headers })
    : redirect('/sign-in');
}

export default function SetupRoute() {
  return <SetupPage {...useLoaderData<typeof loader>()} lastResult={useActionData<typeof action>()} />;
}
