import type { TeamConfig } from '../../../../workflows/domain/team.ts';
import { countOf } from '../../format/count.ts';
import { patternInWords } from '../patternInWords.ts';
import { TerminationTree } from '../TerminationTree.tsx';
import { ParticipantCard } from './ParticipantCard.tsx';

/** A team that stands in a participant, folded. */
export function InnerTeam({ team, of }: { team: TeamConfig; of: string }) {
  return (
    <details className="rounded-lg border border-line">
      <summary className="rounded-lg px-3.5 py-2.5 text-sm font-medium">
        The team in {of}: {patternInWords(team.pattern).name.toLowerCase()},{' '}
        {countOf(team.participants.length, 'participant')}
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
