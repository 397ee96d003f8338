import type { SubmissionResult } from '@conform-to/react';
import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../views/ui/Button.tsx';
import { NewAccountForm } from './NewAccountForm.tsx';
import { SignedOutCard } from './SignedOutCard.tsx';

export interface SetupPageProps {
  /** The token of the owner's link. */
  token: string;
  /** Whether the link is usable. */
  state: 'valid' | 'owner_exists' | 'invalid';
  lastResult: SubmissionResult | undefined;
}

export function SetupPage({ token, state, lastResult }: SetupPageProps) {
  const { t } = useTranslation('auth');
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
