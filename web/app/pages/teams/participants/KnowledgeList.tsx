import { Trans, useTranslation } from 'react-i18next';
import {
  knowledgeToolName,
  type KnowledgeUse,
} from '../../../../../workflows/domain/knowledge/knowledgeUse.ts';
import { useWords, type Words } from '../../../views/format/useWords.ts';

/** An agent's look-ups in words: when, where, how much, and what differs from the usual. */
export function KnowledgeList({ uses }: { uses: readonly KnowledgeUse[] }) {
  const { t } = useTranslation('participants');
  const words = useWords();
  return (
    <ul className="space-y-1.5">
      {uses.map((use, index) => (
        <li key={index} className="wrap-anywhere">
          <p>{occasionInWords(words, use)}</p>
          <p className="text-[0.8125rem] text-ink-muted">{rulesInWords(words, use).join(' ')}</p>
          {use.filter === undefined ? null : (
            <p className="text-[0.8125rem] text-ink-muted">
              <Trans
                t={t}
                i18nKey="agent.facts.metadata"
                components={{
                  code: <code className="font-mono text-ink">{JSON.stringify(use.filter)}</code>,
                }}
              />
            </p>
          )}
          {use.toolDescription === undefined ? null : (
            <p className="text-[0.8125rem] text-ink-muted">{use.toolDescription}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function occasionInWords({ t, format }: Words, use: KnowledgeUse): string {
  const { count } = use;
  const collections = format.list(use.collections);
  const tool = knowledgeToolName(use);
  return tool === null
    ? t('participants:agent.facts.looksUp', { count, collections })
    : t('participants:agent.facts.asks', { count, collections, tool });
}

/** What the use says of itself; what it leaves to the defaults is not mentioned. */
function rulesInWords(
  { t }: Words,
  { neighbours = 0, threshold, vectorWeight, diversity = 0 }: KnowledgeUse,
): string[] {
  return [
    ...(neighbours === 0 ? [] : [t('participants:agent.facts.neighbours', { count: neighbours })]),
    ...(threshold === undefined ? [] : [t('participants:agent.facts.threshold', { threshold })]),
    ...(vectorWeight === undefined
      ? []
      : [
          t('participants:agent.facts.vectorWeight', {
            weight: vectorWeight,
            rest: Math.round((1 - vectorWeight) * 100) / 100,
          }),
        ]),
    ...(diversity === 0 ? [] : [t('participants:agent.facts.diversity', { diversity })]),
  ];
}
