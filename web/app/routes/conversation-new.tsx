import { Page } from '../components/ui/Page.tsx';
import { PageHeader } from '../components/ui/PageHeader.tsx';

export default function NewconversationPage() {
  return (
    <Page>
      <PageHeader title="New conversation" />
    </Page>
  );
}
