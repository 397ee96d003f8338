import { Page } from '../components/ui/Page.tsx';
import { PageHeader } from '../components/ui/PageHeader.tsx';

export default function ConversationsPage() {
  return (
    <Page>
      <PageHeader title="Conversations" />
    </Page>
  );
}
