import { Link } from '@remix-run/react';
import { FileInput, SquarePlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { teamTemplates } from '../../../../../workflows/domain/templates/teamTemplates.ts';
import { Button } from '../../../views/ui/Button.tsx';
import { Page } from '../../../views/ui/Page.tsx';
import { PageHeader } from '../../../views/ui/PageHeader.tsx';
import { TemplateCard } from './TemplateCard.tsx';

/** The starting points for a new team: a template for its pattern, an empty team, or a file. */
export function GalleryPage() {
  const { t } = useTranslation('teams');
  return (
    <Page width="wide">
      <PageHeader
        crumbs={[{ label: t('title'), to: '/teams' }]}
        title={t('newTeam')}
        description={t('gallery.description')}
        actions={
          <>
            <Button asChild>
              <Link to="/teams/import">
                <FileInput aria-hidden />
                {t('gallery.importFile')}
              </Link>
            </Button>
            <Button asChild>
              <Link to="/teams/new?template=blank">
                <SquarePlus aria-hidden />
                {t('gallery.blank')}
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
