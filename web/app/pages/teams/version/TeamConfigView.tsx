import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeamConfig } from '../../../../../workflows/domain/team.ts';
import { TeamGraph } from '../../../views/teams/graph/TeamGraph.tsx';
import { Card, CardBody, CardHeader } from '../../../views/ui/Card.tsx';
import { CodeBlock } from '../../../views/ui/CodeBlock.tsx';
import { ParticipantCard } from '../participants/ParticipantCard.tsx';
import { TerminationTree } from '../TerminationTree.tsx';
import { PolicyList } from './PolicyList.tsx';

/** A version of a team in readable form: participants, order, end, and its JSON. */
export function TeamConfigView({ config, aside }: { config: TeamConfig; aside?: ReactNode }) {
  const { t } = useTranslation(['teams', 'patterns']);
  const { kind } = config.pattern;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
      <section aria-labelledby="participants" className="min-w-0 space-y-4">
        <TeamGraph team={config} />
        <h2 id="participants" className="text-base font-semibold">
          {t('page.participants', { count: config.participants.length })}
        </h2>
        <ol className="space-y-4">
          {config.participants.map((participant) => (
            <li key={participant.name}>
              <ParticipantCard participant={participant} />
            </li>
          ))}
        </ol>
        <details className="group rounded-xl border border-line bg-surface shadow-raised">
          <summary className="rounded-xl px-5 py-3.5 text-[0.9375rem] font-semibold">
            {t('page.json')}
          </summary>
          <div className="border-t border-line p-4">
            <CodeBlock label={t('page.json')}>{JSON.stringify(config, null, 2)}</CodeBlock>
          </div>
        </details>
      </section>
      <div className="min-w-0 space-y-4 lg:sticky lg:top-[calc(var(--banner-height)+1.5rem)]">
        <Card>
          <CardHeader title={t(`patterns:${kind}.name`)} description={t(`patterns:${kind}.description`)} />
          <CardBody>
            <h3 className="mb-2 text-[0.8125rem] font-medium text-ink-muted">{t('page.ends')}</h3>
            <TerminationTree team={config} />
          </CardBody>
        </Card>
        <PolicyList policies={config.toolPolicies} />
        {aside}
      </div>
    </div>
  );
}
