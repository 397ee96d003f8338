import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import type { EditorAnswer } from '../../../data/teams/editorAnswer.ts';
import { TeamEditor, type TeamEditorProps } from '../editor/TeamEditor.tsx';

export type NewTeamPageProps = Pick<TeamEditorProps, 'initial' | 'submissionId'> & {
  answer: EditorAnswer | undefined;
};

/** A team that is not there yet, in the editor. */
export function NewTeamPage(props: NewTeamPageProps) {
  return (
    <Page width="wide">
      <PageHeader
        crumbs={[
          { label: 'Teams', to: '/teams' },
          { label: 'New team', to: '/teams/new' },
        ]}
        title="Make a team"
        description="Nothing is saved until you say so."
      />
      <TeamEditor {...props} of={null} cancelTo="/teams/new" />
    </Page>
  );
}
