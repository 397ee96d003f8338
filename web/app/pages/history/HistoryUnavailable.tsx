import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../views/ui/Button.tsx';
import { Card } from '../../views/ui/Card.tsx';
import { ErrorState } from '../../views/ui/ErrorState.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';

/** The run history could not be read, which differs from an empty one. */
export function HistoryUnavailable() {
  const { t } = useTranslation(['history', 'common']);
  return (
    <Page width="wide">
      <PageHeader title={t('title')} />
      <Card>
        <ErrorState
          title={t('unavailable.title')}
          description={t('unavailable.description')}
          actions={
            <Button asChild>
              <Link to="/conversations" reloadDocument>
                {t('common:retry')}
              </Link>
            </Button>
          }
        />
      </Card>
    </Page>
  );
}
