import { AppShell } from '../../views/layout/AppShell.tsx';
import { useSignedInFrame } from '../../views/layout/frame.ts';
import { ErrorPage } from './ErrorPage.tsx';
import { RootErrorPage } from './RootErrorPage.tsx';

/** A page's error, inside the signed-in frame if the frame could be loaded. */
export function SignedInErrorPage() {
  const frame = useSignedInFrame();
  if (!frame) return <RootErrorPage />;
  return (
    <AppShell user={frame.user} project={frame.project} role={frame.role} openTasks={frame.openTasks}>
      <ErrorPage />
    </AppShell>
  );
}
