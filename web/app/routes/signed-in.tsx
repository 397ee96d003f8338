import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { requireMember } from '../data/accounts/requireMember.server.ts';
import { countOpenTasks } from '../data/tasks/countOpenTasks.server.ts';
import { revalidateUnlessRefused } from '../pages/errors/revalidateUnlessRefused.ts';
import { SignedInErrorPage } from '../pages/errors/SignedInErrorPage.tsx';
import { AppShell } from '../views/layout/AppShell.tsx';
import type { SignedInFrame } from '../views/layout/frame.ts';

export async function loader({ request }: LoaderFunctionArgs): Promise<SignedInFrame> {
  const { user, language, project, role, scope } = await requireMember(request);
  return { user, language, project, role, openTasks: await countOpenTasks(scope) };
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
