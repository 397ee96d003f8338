import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  redirectDocument,
} from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { createOwner } from '../data/accounts/createOwner.server.ts';
import { enterAccount } from '../data/accounts/enterAccount.server.ts';
import { newAccountSchema } from '../data/accounts/newAccountSchema.ts';
import { readOwnerLink } from '../data/accounts/ownerLink.server.ts';
import { sayWhatIsWrong } from '../data/accounts/sayWhatIsWrong.server.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { NewAccountForm } from '../pages/auth/NewAccountForm.tsx';
import { SignedOutCard } from '../pages/auth/SignedOutCard.tsx';
import { services } from '../services.server.ts';
import { Button } from '../views/ui/Button.tsx';

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
  const entered = await enterAccount({ request, deed: 'sign-in', fields: account });
  return entered.kind === 'entered'
    ? redirectDocument('/conversations', { headers: entered.headers })
    : redirect('/sign-in');
}

export default function SetupPage() {
  const { t } = useTranslation('auth');
  const { token, state } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  switch (state) {
    case 'valid':
      return (
        <SignedOutCard title={t('setup.title')} description={t('setup.description')}>
          <NewAccountForm lastResult={lastResult} submitLabel={t('setup.submit')}>
            <input type="hidden" name="token" value={token} />
          </NewAccountForm>
        </SignedOutCard>
      );
    case 'owner_exists':
      return (
        <SignedOutCard title={t('setup.done')} description={t('setup.doneHint')}>
          <Button asChild variant="primary" size="lg" className="w-full">
            <Link to="/sign-in">{t('signIn.submit')}</Link>
          </Button>
        </SignedOutCard>
      );
    case 'invalid':
      return (
        <SignedOutCard title={t('setup.invalid')} description={t('setup.invalidHint')}>
          <p className="text-sm text-ink-muted">{t('setup.newLink')}</p>
        </SignedOutCard>
      );
  }
}

const STATUS = { valid: 200, owner_exists: 410, invalid: 403 } as const;

const REASONS = {
  owner_exists: fault('auth:faults.ownerExists'),
  invalid: fault('auth:faults.linkInvalid'),
  email_taken: fault('auth:faults.emailTaken'),
} as const;
