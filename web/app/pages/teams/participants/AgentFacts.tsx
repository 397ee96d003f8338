import { useTranslation } from 'react-i18next';
import type { AgentParticipant, MessageFilter } from '../../../../../workflows/domain/team.ts';
import type { Translate } from '../../../languages/translator.ts';
import { useWords, type Words } from '../../../views/format/useWords.ts';
import { modelInWords } from '../../../views/teams/participantInWords.ts';
import { CodeBlock } from '../../../views/ui/CodeBlock.tsx';
import { askingInWords } from '../askingInWords.ts';
import { contextInWords } from '../contexts/registry.ts';
import { reviewInWords } from '../deadlineInWords.ts';
import { Fact } from '../Fact.tsx';
import { viewOfMemory } from '../memories/registry.ts';
import { titleOfTool } from '../tools/registry.ts';
import { KnowledgeList } from './KnowledgeList.tsx';
import { Prompt } from './Prompt.tsx';
import { ToolItem } from './ToolItem.tsx';

/** An agent: its instructions, its model and its abilities. Missing ones are not mentioned. */
export function AgentFacts({ agent }: { agent: AgentParticipant }) {
  const { t } = useTranslation('participants');
  const words = useWords();
  return (
    <dl className="space-y-3">
      <Fact label={t('agent.facts.systemMessage')}>
        <Prompt>{agent.systemMessage}</Prompt>
      </Fact>
      <Fact label={t('agent.facts.model')}>{modelInWords(words.t, agent.model)}</Fact>
      {agent.tools.length === 0 ? null : (
        <Fact label={t('agent.facts.tools')}>
          <ul className="mt-1 space-y-2">
            {agent.tools.map((tool) => (
              <li key={titleOfTool(tool)}>
                <ToolItem tool={tool} />
              </li>
            ))}
          </ul>
          <p className="mt-2 text-[0.8125rem] text-ink-muted">{toolUseInWords(words.t, agent)}</p>
        </Fact>
      )}
      {agent.handoffs.length === 0 ? null : (
        <Fact label={t('agent.facts.handoffs')}>
          <ul className="space-y-1">
            {agent.handoffs.map(({ name, target, description }) => (
              <li key={name}>
                <span className="font-medium">{target}</span>
                {description === '' ? null : <span className="text-ink-muted"> ({description})</span>}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {agent.knowledge === undefined || agent.knowledge.length === 0 ? null : (
        <Fact label={t('agent.facts.knowledge')}>
          <KnowledgeList uses={agent.knowledge} />
        </Fact>
      )}
      {agent.context.kind === 'unbounded' ? null : (
        <Fact label={t('agent.facts.context')}>{contextInWords(words.t, agent.context)}</Fact>
      )}
      {agent.memory.length === 0 ? null : (
        <Fact label={t('agent.facts.memory')}>
          {agent.memory.map((memory, index) => {
            const { Facts } = viewOfMemory(memory);
            return <Facts key={index} memory={memory} />;
          })}
        </Fact>
      )}
      {agent.output === null ? null : (
        <Fact label={t('agent.facts.output', { name: agent.output.name })}>
          <CodeBlock label={t('agent.facts.outputSchema', { name: agent.output.name })}>
            {JSON.stringify(agent.output.schema, null, 2)}
          </CodeBlock>
        </Fact>
      )}
      {agent.filter === null ? null : (
        <Fact label={t('agent.facts.filter')}>{filterInWords(words, agent.filter)}</Fact>
      )}
      <Fact label={t('agent.facts.review')}>
        {agent.review ? reviewInWords(words.t, agent.review) : t('agent.facts.noReview')}
        {agent.review?.asking === undefined ? null : ` ${askingInWords(words.t, agent.review.asking)}`}
      </Fact>
    </dl>
  );
}

function toolUseInWords(t: Translate, { maxToolIterations, reflectOnToolUse }: AgentParticipant): string {
  const count = maxToolIterations;
  return reflectOnToolUse
    ? t('participants:agent.facts.reflects', { count })
    : t('participants:agent.facts.returns', { count });
}

function filterInWords({ t, format }: Words, { perSource }: MessageFilter): string {
  if (perSource.length === 0) return t('participants:agent.facts.filterNone');
  const parts = perSource.map(({ source, position, count }) => {
    if (position === null || count === null) return t('participants:agent.facts.filterAll', { source });
    return position === 'first'
      ? t('participants:agent.facts.filterFirst', { source, count })
      : t('participants:agent.facts.filterLast', { source, count });
  });
  return t('participants:agent.facts.filterOnly', { parts: format.list(parts) });
}
