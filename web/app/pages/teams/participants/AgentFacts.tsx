import type { AgentParticipant, MessageFilter } from '../../../../../workflows/domain/team.ts';
import { CodeBlock } from '../../../views/ui/CodeBlock.tsx';
import { countOf } from '../../../views/format/count.ts';
import { reviewInWords } from '../deadlineInWords.ts';
import { Fact } from '../Fact.tsx';
import { contextInWords, modelInWords, toolName } from '../../../views/teams/participantInWords.ts';
import { Prompt } from './Prompt.tsx';
import { ToolItem } from './ToolItem.tsx';

/** An agent: what it is told, which model answers, what it may do. What it has not is not mentioned. */
export function AgentFacts({ agent }: { agent: AgentParticipant }) {
  return (
    <dl className="space-y-3">
      <Fact label="System message">
        <Prompt>{agent.systemMessage}</Prompt>
      </Fact>
      <Fact label="Model">{modelInWords(agent.model)}</Fact>
      {agent.tools.length === 0 ? null : (
        <Fact label="Tools">
          <ul className="mt-1 space-y-2">
            {agent.tools.map((tool) => (
              <li key={toolName(tool)}>
                <ToolItem tool={tool} />
              </li>
            ))}
          </ul>
          <p className="mt-2 text-[0.8125rem] text-ink-muted">{toolUseInWords(agent)}</p>
        </Fact>
      )}
      {agent.handoffs.length === 0 ? null : (
        <Fact label="Hands over to">
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
      {agent.context.kind === 'unbounded' ? null : (
        <Fact label="Its model is shown">{contextInWords(agent.context)}</Fact>
      )}
      {agent.memory.length === 0 ? null : (
        <Fact label="Memory">
          <ul className="list-inside list-disc space-y-1">
            {agent.memory
              .flatMap(({ contents }) => contents)
              .map(({ content }, index) => (
                <li key={index} className="wrap-anywhere">
                  {content}
                </li>
              ))}
          </ul>
        </Fact>
      )}
      {agent.output === null ? null : (
        <Fact label={`Replies as JSON: ${agent.output.name}`}>
          <CodeBlock label={`The schema ${agent.output.name}`}>
            {JSON.stringify(agent.output.schema, null, 2)}
          </CodeBlock>
        </Fact>
      )}
      {agent.filter === null ? null : <Fact label="Is shown">{filterInWords(agent.filter)}</Fact>}
      <Fact label="Review">{agent.review ? reviewInWords(agent.review) : 'None.'}</Fact>
    </dl>
  );
}

function toolUseInWords({ maxToolIterations, reflectOnToolUse }: AgentParticipant): string {
  const rounds = `Up to ${countOf(maxToolIterations, 'round')} of tool calls a turn`;
  return `${rounds}; ${reflectOnToolUse ? 'then its model puts the results into words' : 'the results are its message'}.`;
}

function filterInWords({ perSource }: MessageFilter): string {
  if (perSource.length === 0) return 'None of the others’ messages.';
  const parts = perSource.map(({ source, position, count }) => {
    if (position === null || count === null) return `all of ${source}`;
    return `the ${position} ${countOf(count, 'message')} of ${source}`;
  });
  return `Only ${new Intl.ListFormat('en').format(parts)}.`;
}
