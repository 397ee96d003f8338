import { Page } from '../components/ui/Page.tsx';
import { PageHeader } from '../components/ui/PageHeader.tsx';

export default function SignupPage() {
  return (
    <Page>
      <PageHeader title="Sign up" />
    </Page>
  );
}
