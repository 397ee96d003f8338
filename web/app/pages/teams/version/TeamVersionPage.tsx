import { Form, Link, useNavigation } from '@remix-run/react';
import { Archive, ArchiveRestore, Pencil } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import type { StoredTeam } from '../../../data/teams/storedTeam.ts';
import { Badge } from '../../../views/ui/Badge.tsx';
import { Button } from '../../../views/ui/Button.tsx';
import { Notice } from '../../../views/ui/Notice.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { RestoreForm } from './RestoreForm.tsx';
import { TeamConfigView } from './TeamConfigView.tsx';
import type { TeamDone } from './teamDone.ts';
import { TryForm } from './TryForm.tsx';
import { UnreadableVersion } from './UnreadableVersion.tsx';
import { VersionList, type VersionListProps } from './VersionList.tsx';

export type TeamVersionPageProps = {
  team: { id: string; name: string; archivedAt: Date | null; versions: VersionListProps['versions'] };
  version: { version: number; description: string; note: string; stored: StoredTeam };
  /** For the forms of the page: the same id twice is one action. */
  submissionId: string;
  /** The action that was just completed. */
  done?: TeamDone | null;
};

/** One version of a team, with the others beside it. */
export function TeamVersionPage({ team, version, submissionId, done = null }: TeamVersionPageProps) {
  const { t } = useTranslation(['teams', 'common', 'memories']);
  const newest = team.versions[0]?.version ?? version.version;
  const isNewest = version.version === newest;
  const isArchived = team.archivedAt !== null;
  const { stored } = version;
  const canRun = isNewest && !isArchived && stored.ok;
  const description = stored.ok ? version.description || stored.config.description : version.description;
  const aside = (
    <>
      {canRun ? <TryForm teamId={team.id} idempotencyKey={submissionId} /> : null}
      <VersionList teamId={team.id} shown={version.version} versions={team.versions} />
      <ArchiveForm teamId={team.id} archived={isArchived} />
    </>
  );
  return (
    <Page width="wide">
      <PageHeader
        crumbs={[{ label: t('title'), to: '/teams' }]}
        title={team.name}
        badges={
          <>
            <Badge tone={isNewest ? 'teal' : 'neutral'}>{t('version', { version: version.version })}</Badge>
            {isArchived ? <Badge tone="amber">{t('page.archived')}</Badge> : null}
          </>
        }
        description={description}
        actions={
          <>
            <Button asChild>
              <Link to={`/teams/${team.id}/memory`}>{t('memories:page.title')}</Link>
            </Button>
            <Button asChild>
              <Link to={`/teams/${team.id}/export?version=${version.version}`}>{t('page.export')}</Link>
            </Button>
            <Button asChild variant={canRun ? 'secondary' : 'primary'}>
              <Link to={`/teams/${team.id}/edit`}>
                <Pencil aria-hidden />
                {t('common:edit')}
              </Link>
            </Button>
          </>
        }
      />
      <div className="mb-6 space-y-3 empty:hidden">
        {done === null ? null : (
          <Notice kind="success">
            {done.kind === 'saved' ? t('page.saved', { version: done.version }) : t(`page.done.${done.kind}`)}
          </Notice>
        )}
        {isNewest ? null : (
          <Notice
            kind="info"
            title={t('page.isOld', { version: version.version, newest })}
            actions={
              <Button asChild size="sm">
                <Link to={`/teams/${team.id}`}>{t('page.toNewest')}</Link>
              </Button>
            }
          >
            <p>{t('page.isOldHint')}</p>
            {stored.ok ? (
              <RestoreForm
                teamId={team.id}
                version={version.version}
                newest={newest}
                submissionId={submissionId}
              />
            ) : null}
          </Notice>
        )}
        {version.note === '' ? null : (
          <p className="text-sm text-ink-muted">
            <Trans
              t={t}
              i18nKey="page.note"
              components={{ note: <span className="text-ink">{version.note}</span> }}
            />
          </p>
        )}
      </div>
      {stored.ok ? (
        <TeamConfigView config={stored.config} aside={aside} />
      ) : (
        <UnreadableVersion teamId={team.id} version={version.version} stored={stored} aside={aside} />
      )}
    </Page>
  );
}

/** Archives a team, or restores it. Neither loses anything, so there is no confirmation. */
function ArchiveForm({ teamId, archived }: { teamId: string; archived: boolean }) {
  const { t } = useTranslation('teams');
  const intent = archived ? 'unarchive' : 'archive';
  const pending = useNavigation().formData?.get('intent') === intent;
  return (
    <Form method="post" action={`/teams/${teamId}`} className="px-1">
      <Button type="submit" name="intent" value={intent} variant="ghost" size="sm" pending={pending}>
        {archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
        {t(archived ? 'page.restoreTeam' : 'page.archive')}
      </Button>
    </Form>
  );
}
