import { AppShell } from '../../views/layout/AppShell.tsx';
import { useSignedInFrame } from '../../views/layout/frame.ts';
import { ErrorPage } from './ErrorPage.tsx';
import { RootErrorPage } from './RootErrorPage.tsx';

/** The error of a page, inside the frame where the frame itself could be had. */
export function SignedInErrorPage() {
  const frame = useSignedInFrame();
  if (!frame) return <RootErrorPage />;
  return (
    <AppShell user={frame.user} project={frame.project} role={frame.role} openTasks={frame.openTasks}>
      <ErrorPage />
    </AppShell>
  );
}
