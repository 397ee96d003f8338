import { Download } from 'lucide-react';
import { Badge } from '../../../views/ui/Badge.tsx';
import { Button } from '../../../views/ui/Button.tsx';
import { Card, CardBody, CardHeader } from '../../../views/ui/Card.tsx';
import { CodeBlock } from '../../../views/ui/CodeBlock.tsx';
import { Notice } from '../../../views/ui/Notice.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { countOf } from '../../../views/format/count.ts';
import { NoteList, type NoteListProps } from '../import/NoteList.tsx';
import type { ExportFormat } from './exportFormat.ts';

export type ExportPageProps = {
  team: { id: string; name: string };
  version: number;
  /** Null: the version can't be read, and so not be written as something else. */
  autogen: { json: string; notes: NoteListProps['notes'] } | null;
};

/** A team to take away: for AutoGen, with what AutoGen has no place for, or for Colloquy. */
export function ExportPage({ team, version, autogen }: ExportPageProps) {
  const file = (format: ExportFormat) => `/teams/${team.id}/versions/${version}/download?format=${format}`;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: 'Teams', to: '/teams' },
          { label: team.name, to: `/teams/${team.id}` },
        ]}
        title={`Export ${team.name}`}
        badges={<Badge>Version {version}</Badge>}
        description="No file holds a key: secrets stand in it by their names."
      />
      {autogen === null ? (
        <Notice
          kind="warning"
          title="This version can’t be read"
          actions={<DownloadButton href={file('raw')} label="Download it as it stands" />}
        >
          It can only be taken away as it is stored.
        </Notice>
      ) : (
        <div className="space-y-5">
          <Card>
            <CardHeader
              title="For AutoGen"
              description="Component JSON that AutoGen 0.7 and AutoGen Studio load."
              actions={<DownloadButton href={file('autogen')} label="Download for AutoGen" />}
            />
            <CardBody className="space-y-4">
              {autogen.notes.length === 0 ? (
                <p className="text-sm text-ink-muted">All of the team has its place in AutoGen.</p>
              ) : (
                <div className="space-y-2">
                  <h3 className="text-sm font-medium">
                    {countOf(autogen.notes.length, 'thing')} for which AutoGen has no place
                  </h3>
                  <NoteList notes={autogen.notes} />
                </div>
              )}
              <details>
                <summary className="rounded text-sm font-medium">The JSON</summary>
                <CodeBlock label="The team as AutoGen JSON" className="mt-2">
                  {autogen.json}
                </CodeBlock>
              </details>
            </CardBody>
          </Card>
          <Card>
            <CardHeader
              title="For Colloquy"
              actions={<DownloadButton href={file('colloquy')} label="Download for Colloquy" />}
            />
            <CardBody>
              <p className="text-sm text-ink-muted">
                All of the team, to be imported elsewhere, kept in a repository, or run from the command line.
              </p>
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
