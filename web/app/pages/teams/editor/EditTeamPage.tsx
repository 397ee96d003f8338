import { Badge } from '../../../views/ui/Badge.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import type { EditorAnswer } from '../../../data/teams/editorAnswer.ts';
import { TeamEditor } from './TeamEditor.tsx';

export type EditTeamPageProps = {
  team: { id: string; name: string; version: number };
  text: string;
  submissionId: string;
  answer: EditorAnswer | undefined;
};

/** A team's newest version in the editor, to become the next one. */
export function EditTeamPage({ team, text, submissionId, answer }: EditTeamPageProps) {
  return (
    <Page width="wide">
      <PageHeader
        crumbs={[
          { label: 'Teams', to: '/teams' },
          { label: team.name, to: `/teams/${team.id}` },
        ]}
        title={`Edit ${team.name}`}
        badges={<Badge>from version {team.version}</Badge>}
        description="Saving makes a new version. Conversations that run keep the one that they have begun with."
      />
      <TeamEditor
        initial={{ name: team.name, text }}
        of={{ teamId: team.id, version: team.version }}
        submissionId={submissionId}
        answer={answer}
        cancelTo={`/teams/${team.id}`}
      />
    </Page>
  );
}
