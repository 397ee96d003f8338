import type { TeamConfig } from '../../../../workflows/domain/team.ts';
import { countOf } from '../../views/format/count.ts';
import { terminationInWords, type ConditionInWords } from './terminationInWords.ts';

/** When a conversation of the team is over, in words. */
export function TerminationTree({ team }: { team: Pick<TeamConfig, 'termination' | 'maxTurns'> }) {
  return (
    <div className="space-y-2 text-sm">
      {team.termination ? (
        <>
          <p className="text-ink-muted">A conversation is over when</p>
          <Condition condition={terminationInWords(team.termination)} />
        </>
      ) : (
        <p className="text-ink-muted">No condition ends a conversation.</p>
      )}
      <p className="text-ink-muted">
        {team.maxTurns === null
          ? 'There is no limit of turns.'
          : `After ${countOf(team.maxTurns, 'turn')} it ends in any case.`}
      </p>
    </div>
  );
}

function Condition({ condition }: { condition: ConditionInWords }) {
  if (condition.parts.length === 0) return <p className="font-medium wrap-anywhere">{condition.text}</p>;
  return (
    <div>
      <p className="font-medium">{condition.text}:</p>
      <ul className="mt-1.5 space-y-1.5 border-l-2 border-line pl-3.5">
        {condition.parts.map((part, index) => (
          <li key={index}>
            <Condition condition={part} />
          </li>
        ))}
      </ul>
    </div>
  );
}
