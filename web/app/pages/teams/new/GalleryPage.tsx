import { Link } from '@remix-run/react';
import { FileInput, SquarePlus } from 'lucide-react';
import { teamTemplates } from '../../../../../workflows/domain/templates/teamTemplates.ts';
import { Button } from '../../../views/ui/Button.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { TemplateCard } from './TemplateCard.tsx';

/** Where a new team begins: from a template for its pattern, from nothing, or from a file. */
export function GalleryPage() {
  return (
    <Page width="wide">
      <PageHeader
        crumbs={[{ label: 'Teams', to: '/teams' }]}
        title="New team"
        description="Begin from a template, one for every pattern. You see and change all of it before anything is saved."
        actions={
          <>
            <Button asChild>
              <Link to="/teams/import">
                <FileInput aria-hidden />
                Import a file
              </Link>
            </Button>
            <Button asChild>
              <Link to="/teams/new?template=blank">
                <SquarePlus aria-hidden />
                Begin from nothing
              </Link>
            </Button>
          </>
        }
      />
      <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {teamTemplates.map((template) => (
          <li key={template.slug} className="min-w-0">
            <TemplateCard template={template} />
          </li>
        ))}
      </ul>
    </Page>
  );
}
