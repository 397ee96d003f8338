import { Page } from '../components/ui/Page.tsx';
import { PageHeader } from '../components/ui/PageHeader.tsx';

export default function InboxPage() {
  return (
    <Page>
      <PageHeader title="Inbox" />
    </Page>
  );
}
