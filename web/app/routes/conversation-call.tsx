import { Page } from '../components/ui/Page.tsx';
import { PageHeader } from '../components/ui/PageHeader.tsx';

export default function ModelcallPage() {
  return (
    <Page>
      <PageHeader title="Model call" />
    </Page>
  );
}
