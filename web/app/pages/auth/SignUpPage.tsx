import type { SubmissionResult } from '@conform-to/react';
import { Link } from '@remix-run/react';
import { Trans, useTranslation } from 'react-i18next';
import { Button } from '../../views/ui/Button.tsx';
import { NewAccountForm } from './NewAccountForm.tsx';
import { SignedOutCard } from './SignedOutCard.tsx';

export interface SignUpPageProps {
  /** Whether anybody may create an account. */
  open: boolean;
  lastResult: SubmissionResult | undefined;
}

export function SignUpPage({ open, lastResult }: SignUpPageProps) {
  const { t } = useTranslation('auth');
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
