import { Page } from '../components/ui/Page.tsx';
import { PageHeader } from '../components/ui/PageHeader.tsx';

export default function ConversationPage() {
  return (
    <Page>
      <PageHeader title="Conversation" />
    </Page>
  );
}
