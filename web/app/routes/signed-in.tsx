import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { requireMember } from '../auth/requireMember.server.ts';
import { AppShell } from '../components/layout/AppShell.tsx';
import { countOpenTasks } from '../data/countOpenTasks.server.ts';
import { revalidateUnlessRefused } from '../errors/revalidateUnlessRefused.ts';
import { SignedInErrorPage } from '../errors/SignedInErrorPage.tsx';

export async function loader({ request }: LoaderFunctionArgs) {
  const { user, project, role, scope } = await requireMember(request);
  return { user, project, role, openTasks: await countOpenTasks(scope) };
}

export const shouldRevalidate = revalidateUnlessRefused;

export default function SignedInLayout() {
  const { user, project, role, openTasks } = useLoaderData<typeof loader>();
  return (
    <AppShell user={user} project={project} role={role} openTasks={openTasks}>
      <Outlet />
    </AppShell>
  );
}

export function ErrorBoundary() {
  return <SignedInErrorPage />;
}
