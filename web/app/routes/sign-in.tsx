import { Page } from '../components/ui/Page.tsx';
import { PageHeader } from '../components/ui/PageHeader.tsx';

export default function SigninPage() {
  return (
    <Page>
      <PageHeader title="Sign in" />
    </Page>
  );
}
