import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../../views/layout/LanguageSwitch.tsx';
import { ThemeSwitch } from '../../views/theme/ThemeSwitch.tsx';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';

/** The language and the theme, and where each choice counts. */
export function AppearanceSettings() {
  const { t } = useTranslation('settings');
  return (
    <div className="space-y-5">
      <Card>
        <CardHeader title={t('language.title')} description={t('language.description')} />
        <CardBody>
          <div className="max-w-sm">
            <LanguageSwitch />
          </div>
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={t('theme.title')} description={t('theme.description')} />
        <CardBody>
          <div className="max-w-sm">
            <ThemeSwitch />
          </div>
        </CardBody>
      </Card>
    </div>
  );
}
