import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../views/ui/Badge.tsx';
import { Button } from '../../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../../views/ui/Card.tsx';
import { CodeBlock } from '../../../views/ui/CodeBlock.tsx';
import { Notice } from '../../../views/ui/Notice.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { NoteList, type NoteListProps } from '../import/NoteList.tsx';
import type { ExportFormat } from './exportFormat.ts';

export type ExportPageProps = {
  team: { id: string; name: string };
  version: number;
  /** Null if the version can't be read, and so can't be converted. */
  autogen: { json: string; notes: NoteListProps['notes'] } | null;
};

/** Exports a team: for AutoGen, with a list of what AutoGen can't express, or for Colloquy. */
export function ExportPage({ team, version, autogen }: ExportPageProps) {
  const { t } = useTranslation('teams');
  const file = (format: ExportFormat) => `/teams/${team.id}/versions/${version}/download?format=${format}`;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t('title'), to: '/teams' },
          { label: team.name, to: `/teams/${team.id}` },
        ]}
        title={t('export.title', { name: team.name })}
        badges={<Badge>{t('version', { version })}</Badge>}
        description={t('export.description')}
      />
      {autogen === null ? (
        <Notice
          kind="warning"
          title={t('export.unreadable')}
          actions={<DownloadButton href={file('raw')} label={t('page.downloadRaw')} />}
        >
          {t('export.unreadableHint')}
        </Notice>
      ) : (
        <div className="space-y-5">
          <Card>
            <CardHeader
              title={t('export.autogen.title')}
              description={t('export.autogen.description')}
              actions={<DownloadButton href={file('autogen')} label={t('export.autogen.download')} />}
            />
            <CardBody className="space-y-4">
              {autogen.notes.length === 0 ? (
                <p className="text-sm text-ink-muted">{t('export.autogen.complete')}</p>
              ) : (
                <div className="space-y-2">
                  <h3 className="text-sm font-medium">
                    {t('export.autogen.notes', { count: autogen.notes.length })}
                  </h3>
                  <NoteList notes={autogen.notes} />
                </div>
              )}
              <details>
                <summary className="rounded text-sm font-medium">{t('export.autogen.json')}</summary>
                <CodeBlock label={t('export.autogen.jsonLabel')} className="mt-2">
                  {autogen.json}
                </CodeBlock>
              </details>
            </CardBody>
          </Card>
          <Card>
            <CardHeader
              title={t('export.colloquy.title')}
              actions={<DownloadButton href={file('colloquy')} label={t('export.colloquy.download')} />}
            />
            <CardBody>
              <p className="text-sm text-ink-muted">{t('export.colloquy.description')}</p>
            </CardBody>
          </Card>
        </div>
      )}
    </Page>
  );
}

function DownloadButton({ href, label }: { href: string; label: string }) {
  return (
    <Button asChild size="sm">
      <a href={href} download>
        <Download aria-hidden />
        {label}
      </a>
    </Button>
  );
}
