import { Page } from '../components/ui/Page.tsx';
import { PageHeader } from '../components/ui/PageHeader.tsx';

export default function SetupPage() {
  return (
    <Page>
      <PageHeader title="Setup" />
    </Page>
  );
}
