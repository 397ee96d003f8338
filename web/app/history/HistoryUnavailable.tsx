import { Link } from '@remix-run/react';
import { Button } from '../components/ui/Button.tsx';
import { Card } from '../components/ui/Card.tsx';
import { ErrorState } from '../components/ui/ErrorState.tsx';
import { Page } from '../components/ui/Page.tsx';
import { PageHeader } from '../components/ui/PageHeader.tsx';

/** The run history could not be read: which is something else than having none. */
export function HistoryUnavailable() {
  return (
    <Page width="wide">
      <PageHeader title="Conversations" />
      <Card>
        <ErrorState
          title="The conversations can’t be shown right now"
          description="Reading them failed. They are not gone, and those under way go on. Try again in a moment."
          actions={
            <Button asChild>
              <Link to="/conversations" reloadDocument>
                Try again
              </Link>
            </Button>
          }
        />
      </Card>
    </Page>
  );
}
