import { Link } from '@remix-run/react';
import { Button } from '../../views/ui/Button.tsx';
import { Card } from '../../views/ui/Card.tsx';
import { ErrorState } from '../../views/ui/ErrorState.tsx';
import { Page } from '../../views/ui/Page.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';

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
