import type { MetaFunction } from '@remix-run/node';
import { useTranslation } from 'react-i18next';
import { pageTitle } from '../languages/pageTitle.ts';
import { AppearanceSettings } from '../pages/settings/AppearanceSettings.tsx';
import { PageHeader } from '../views/ui/PageHeader.tsx';

export const meta: MetaFunction = ({ matches }) => [
  pageTitle(matches, (t) => t('settings:sections.appearance')),
];

export default function AppearancePage() {
  const { t } = useTranslation('settings');
  return (
    <>
      <PageHeader title={t('sections.appearance')} />
      <AppearanceSettings />
    </>
  );
}
