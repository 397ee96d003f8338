import { type ActionFunctionArgs, data, type MetaFunction, redirectDocument } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import { enterAccount } from '../data/accounts/enterAccount.server.ts';
import { newAccountSchema } from '../data/accounts/newAccountSchema.ts';
import { sayWhatIsWrong } from '../data/accounts/sayWhatIsWrong.server.ts';
import { parseForm } from '../data/requests/parseForm.ts';
import { refuse } from '../data/requests/refuse.server.ts';
import { fault } from '../languages/fault.ts';
import { pageTitle } from '../languages/pageTitle.ts';
import { NewAccountForm } from '../pages/auth/NewAccountForm.tsx';
import { SignedOutCard } from '../pages/auth/SignedOutCard.tsx';
import { services } from '../services.server.ts';
import { Button } from '../views/ui/Button.tsx';

export const meta: MetaFunction = ({ matches }) => [pageTitle(matches, (t) => t('auth:titles.signUp'))];

export function loader() {
  const open = services().environment.OPEN_SIGN_UP;
  return data({ open }, { status: open ? 200 : 403 });
}

export async function action({ request }: ActionFunctionArgs) {
  if (!services().environment.OPEN_SIGN_UP) throw refuse(403, fault('auth:faults.signUpClosed'));
  const submission = parseForm(await request.formData(), newAccountSchema);
  if (submission.status !== 'success') return sayWhatIsWrong(submission);
  const outcome = await enterAccount({ request, deed: 'sign-up', fields: submission.value });
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

export default function SignUpPage() {
  const { t } = useTranslation('auth');
  const { open } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>();
  if (!open) {
    return (
      <SignedOutCard title={t('signUp.closed')} description={t('signUp.closedHint')}>
        <Button asChild variant="primary" size="lg" className="w-full">
          <Link to="/sign-in">{t('signIn.submit')}</Link>
        </Button>
      </SignedOutCard>
    );
  }
  return (
    <SignedOutCard title={t('signUp.title')} description={t('signUp.description')}>
      <NewAccountForm lastResult={lastResult} submitLabel={t('signUp.submit')} />
      <p className="text-center text-sm text-ink-muted">
        <Trans
          t={t}
          i18nKey="signUp.haveAccount"
          components={{
            a: <Link to="/sign-in" className="font-medium text-brand-ink underline underline-offset-4" />,
          }}
        />
      </p>
    </SignedOutCard>
  );
}
