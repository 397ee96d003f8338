import { useTranslation } from 'react-i18next';
import type { EditorAnswer } from '../../../data/teams/editorAnswer.ts';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { TeamEditor, type TeamEditorProps } from '../editor/TeamEditor.tsx';

export type NewTeamPageProps = Pick<
  TeamEditorProps,
  'initial' | 'collections' | 'calendars' | 'submissionId'
> & {
  answer: EditorAnswer | undefined;
};

/** A new team in the editor. */
export function NewTeamPage(props: NewTeamPageProps) {
  const { t } = useTranslation(['editor', 'teams']);
  return (
    <Page width="wide">
      <PageHeader
        crumbs={[
          { label: t('teams:title'), to: '/teams' },
          { label: t('teams:newTeam'), to: '/teams/new' },
        ]}
        title={t('new.title')}
        description={t('new.description')}
      />
      <TeamEditor {...props} of={null} cancelTo="/teams/new" />
    </Page>
  );
}
