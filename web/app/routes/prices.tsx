import { Page } from '../components/ui/Page.tsx';
import { PageHeader } from '../components/ui/PageHeader.tsx';

export default function PricesPage() {
  return (
    <Page>
      <PageHeader title="Prices" />
    </Page>
  );
}
