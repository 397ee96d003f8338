import { useRouteLoaderData } from '@remix-run/react';
import { AppShell } from '../components/layout/AppShell.tsx';
import type { loader } from '../routes/signed-in.tsx';
import { ErrorPage } from './ErrorPage.tsx';
import { RootErrorPage } from './RootErrorPage.tsx';

/** The error of a page, inside the frame where the frame itself could be had. */
export function SignedInErrorPage() {
  const frame = useRouteLoaderData<typeof loader>('routes/signed-in');
  if (!frame) return <RootErrorPage />;
  return (
    <AppShell user={frame.user} project={frame.project} role={frame.role} openTasks={frame.openTasks}>
      <ErrorPage />
    </AppShell>
  );
}
