import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { UsersRound } from 'lucide-react';
import { requireMember } from '../auth/requireMember.server.ts';
import { EmptyState } from '../components/ui/EmptyState.tsx';
import { Page } from '../components/ui/Page.tsx';
import { PageHeader } from '../components/ui/PageHeader.tsx';
import { listTeams } from '../data/listTeams.server.ts';
import { TeamCard } from '../teams/TeamCard.tsx';

export const meta: MetaFunction = () => [{ title: 'Teams · Colloquy' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireMember(request);
  return { teams: await listTeams(scope) };
}

export default function TeamsPage() {
  const { teams } = useLoaderData<typeof loader>();
  return (
    <Page width="wide">
      <PageHeader
        title="Teams"
        description="Who talks in a conversation, in which order, and when it is over. A version never changes, so that a conversation always shows what it ran with."
      />
      {teams.length === 0 ? (
        <EmptyState
          icon={UsersRound}
          title="No teams yet"
          description="Run the seed to get three examples."
        />
      ) : (
        <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
          {teams.map((team) => (
            <li key={team.id} className="min-w-0">
              <TeamCard team={team} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
