import { Page } from '../components/ui/Page.tsx';
import { PageHeader } from '../components/ui/PageHeader.tsx';

export default function TeamversionPage() {
  return (
    <Page>
      <PageHeader title="Team version" />
    </Page>
  );
}
