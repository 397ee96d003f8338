import { useTranslation } from 'react-i18next';
import type { TeamConfig } from '../../../../workflows/domain/team.ts';
import { useWords } from '../../views/format/useWords.ts';
import { type ConditionInWords, terminationInWords } from './terminationInWords.ts';

/** When a conversation of the team ends, in words. */
export function TerminationTree({ team }: { team: Pick<TeamConfig, 'termination' | 'maxTurns'> }) {
  const { t } = useTranslation('teams');
  const words = useWords();
  return (
    <div className="space-y-2 text-sm">
      {team.termination ? (
        <>
          <p className="text-ink-muted">{t('ends.when')}</p>
          <Condition condition={terminationInWords(team.termination, words)} />
        </>
      ) : (
        <p className="text-ink-muted">{t('ends.never')}</p>
      )}
      <p className="text-ink-muted">
        {team.maxTurns === null ? t('ends.unlimited') : t('ends.maxTurns', { count: team.maxTurns })}
      </p>
    </div>
  );
}

function Condition({ condition }: { condition: ConditionInWords }) {
  const { t } = useTranslation('teams');
  if (condition.parts.length === 0) return <p className="font-medium wrap-anywhere">{condition.text}</p>;
  return (
    <div>
      <p className="font-medium">{t('ends.parts', { text: condition.text })}</p>
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
