import { Package } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BuildsView, Move } from '../../data/builds/buildsView.ts';
import { Card } from '../../views/ui/Card.tsx';
import { EmptyState } from '../../views/ui/EmptyState.tsx';
import { FormError } from '../../views/ui/FormError.tsx';
import { PageHeader } from '../../views/ui/PageHeader.tsx';
import { BuildCard } from './BuildCard.tsx';
import { MovedNotice } from './MovedNotice.tsx';

export type BuildsPageProps = {
  view: BuildsView;
  moved: Extract<Move, { outcome: 'done' }> | null;
  faults: string[] | undefined;
};

/** The builds of the workers, the newest first, and what is open on each. */
export function BuildsPage({ view, moved, faults }: BuildsPageProps) {
  const { t } = useTranslation('builds');
  const { deploymentName, currentBuildId, builds } = view;
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <div className="space-y-5">
        <FormError errors={faults} />
        {moved === null ? null : <MovedNotice moved={moved} />}
        {builds.length === 0 ? (
          <Card>
            <EmptyState
              icon={Package}
              {...(deploymentName === null
                ? { title: t('none.title'), description: t('none.description') }
                : {
                    title: t('notYet.title'),
                    description: t('notYet.description', { name: deploymentName }),
                  })}
            />
          </Card>
        ) : null}
        {builds.map((build) => (
          <BuildCard
            key={build.buildId}
            build={build}
            mayMove={currentBuildId !== null && currentBuildId !== build.buildId}
          />
        ))}
      </div>
    </>
  );
}
