import { Page } from '../components/ui/Page.tsx';
import { PageHeader } from '../components/ui/PageHeader.tsx';

export default function TeamsPage() {
  return (
    <Page>
      <PageHeader title="Teams" />
    </Page>
  );
}
