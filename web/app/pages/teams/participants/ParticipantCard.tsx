import { useTranslation } from 'react-i18next';
import type { Participant, TeamConfig } from '../../../../../workflows/domain/team.ts';
import { Avatar } from '../../../views/ui/Avatar.tsx';
import { Badge } from '../../../views/ui/Badge.tsx';
import { Card } from '../../../views/ui/Card.tsx';
import { TerminationTree } from '../TerminationTree.tsx';
import { ParticipantFacts } from './ParticipantFacts.tsx';

/** One participant of a team: its purpose, its instructions, and its review. */
export function ParticipantCard({ participant, level = 3 }: { participant: Participant; level?: 3 | 4 }) {
  const { t } = useTranslation('participants');
  const Heading = `h${level}` as const;
  return (
    <Card className="p-4 sm:p-5">
      <div className="flex items-start gap-3">
        <Avatar name={participant.name} of={participant.kind === 'person' ? 'person' : 'agent'} size="lg" />
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-2">
            <Heading className="font-semibold wrap-anywhere">{participant.name}</Heading>
            <Badge tone={participant.kind === 'person' ? 'blue' : 'neutral'}>
              {t(`${participant.kind}.name`)}
            </Badge>
            {participant.kind === 'agent' && participant.review ? (
              <Badge tone="violet">{t('agent.reviewed')}</Badge>
            ) : null}
          </div>
          <p className="mt-0.5 text-sm wrap-anywhere text-ink-muted">{participant.description}</p>
        </div>
      </div>
      <div className="mt-4 space-y-3 border-t border-line pt-4">
        <ParticipantFacts
          participant={participant}
          innerTeam={(team) => <InnerTeam team={team} of={participant.name} />}
        />
      </div>
    </Card>
  );
}

/** The team within a participant, folded. */
function InnerTeam({ team, of }: { team: TeamConfig; of: string }) {
  const { t } = useTranslation(['participants', 'patterns']);
  return (
    <details className="rounded-lg border border-line">
      <summary className="rounded-lg px-3.5 py-2.5 text-sm font-medium">
        {t('team.facts.inner', {
          name: of,
          pattern: t(`patterns:${team.pattern.kind}.name`),
          count: team.participants.length,
        })}
      </summary>
      <div className="space-y-4 border-t border-line p-3">
        <TerminationTree team={team} />
        <ol className="space-y-3">
          {team.participants.map((participant) => (
            <li key={participant.name}>
              <ParticipantCard participant={participant} level={4} />
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}
