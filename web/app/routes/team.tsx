import { Page } from '../components/ui/Page.tsx';
import { PageHeader } from '../components/ui/PageHeader.tsx';

export default function TeamPage() {
  return (
    <Page>
      <PageHeader title="Team" />
    </Page>
  );
}
