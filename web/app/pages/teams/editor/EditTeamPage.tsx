import { useTranslation } from 'react-i18next';
import type { CollectionNames } from '../../../data/knowledge/collectionNames.ts';
import type { EditorAnswer } from '../../../data/teams/editorAnswer.ts';
import { Badge } from '../../../views/ui/Badge.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { TeamEditor } from './TeamEditor.tsx';

export type EditTeamPageProps = {
  team: { id: string; name: string; version: number };
  text: string;
  collections: CollectionNames | null;
  calendars: readonly string[];
  submissionId: string;
  answer: EditorAnswer | undefined;
};

/** A team's newest version in the editor, to be saved as the next one. */
export function EditTeamPage({
  team,
  text,
  collections,
  calendars,
  submissionId,
  answer,
}: EditTeamPageProps) {
  const { t } = useTranslation(['editor', 'teams']);
  return (
    <Page width="wide">
      <PageHeader
        crumbs={[
          { label: t('teams:title'), to: '/teams' },
          { label: team.name, to: `/teams/${team.id}` },
        ]}
        title={t('edit.title', { name: team.name })}
        badges={<Badge>{t('edit.from', { version: team.version })}</Badge>}
        description={t('edit.description')}
      />
      <TeamEditor
        initial={{ name: team.name, text }}
        collections={collections}
        calendars={calendars}
        of={{ teamId: team.id, version: team.version }}
        submissionId={submissionId}
        answer={answer}
        cancelTo={`/teams/${team.id}`}
      />
    </Page>
  );
}
