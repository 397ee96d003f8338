import { Link } from '@remix-run/react';
import { Play } from 'lucide-react';
import type { TeamConfig } from '../../../workflows/domain/team.ts';
import { Badge } from '../components/ui/Badge.tsx';
import { Button } from '../components/ui/Button.tsx';
import { Notice } from '../components/ui/Notice.tsx';
import { Page } from '../components/ui/Page.tsx';
import { PageHeader } from '../components/ui/PageHeader.tsx';
import { TeamConfigView } from './TeamConfigView.tsx';
import { VersionList, type VersionListProps } from './VersionList.tsx';

export type TeamVersionPageProps = {
  team: { id: string; name: string; versions: VersionListProps['versions'] };
  version: { version: number; description: string; config: TeamConfig };
};

/** One version of a team, with the others beside it. */
export function TeamVersionPage({ team, version }: TeamVersionPageProps) {
  const newest = team.versions[0]?.version ?? version.version;
  const isNewest = version.version === newest;
  return (
    <Page width="wide">
      <PageHeader
        crumbs={[{ label: 'Teams', to: '/teams' }]}
        title={team.name}
        badges={<Badge tone={isNewest ? 'teal' : 'neutral'}>Version {version.version}</Badge>}
        description={version.description}
        actions={
          <Button asChild variant="primary">
            <Link to={`/conversations/new?team=${team.id}`}>
              <Play aria-hidden />
              Start a conversation
            </Link>
          </Button>
        }
      />
      {isNewest ? null : (
        <Notice
          kind="info"
          title={`This is version ${version.version} of ${newest}`}
          className="mb-6"
          actions={
            <Button asChild size="sm">
              <Link to={`/teams/${team.id}`}>See the newest</Link>
            </Button>
          }
        >
          New conversations run the newest version.
        </Notice>
      )}
      <TeamConfigView
        config={version.config}
        aside={<VersionList teamId={team.id} shown={version.version} versions={team.versions} />}
      />
    </Page>
  );
}
