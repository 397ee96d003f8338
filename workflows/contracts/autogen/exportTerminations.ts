import { assertNever } from '../../domain/json.ts';
import type { TerminationCondition } from '../../domain/terminations/condition.ts';
import { component, type WrittenComponent, type Writer } from './writer.ts';

const TYPE = 'termination';

/** A condition as AutoGen has it; null: AutoGen has none like it, which is noted. */
export function writeTermination(
  condition: TerminationCondition,
  path: string,
  writer: Writer,
): WrittenComponent | null {
  switch (condition.kind) {
    case 'max_messages':
      return component('MaxMessageTermination', TYPE, {
        max_messages: condition.maxMessages,
        include_agent_event: condition.includeAgentEvents,
      });
    case 'text_mention':
      if (condition.sources !== null) {
        writer.note(
          `${path}.sources`,
          'AutoGen does not load the sources of a text mention: it hears everybody',
        );
      }
      return component('TextMentionTermination', TYPE, { text: condition.text, sources: condition.sources });
    case 'stop_message':
      return component('StopMessageTermination', TYPE, {});
    case 'token_usage':
      return writeTokenUsage(condition);
    case 'timeout':
      return component('TimeoutTermination', TYPE, { timeout_seconds: condition.seconds });
    case 'handoff':
      return component('HandoffTermination', TYPE, { target: condition.target });
    case 'source_match':
      return component('SourceMatchTermination', TYPE, { sources: condition.sources });
    case 'text_message':
      return component('TextMessageTermination', TYPE, { source: condition.source });
    case 'function_call':
      return component('FunctionCallTermination', TYPE, { function_name: condition.functionName });
    case 'external':
      return component('ExternalTermination', TYPE, {});
    case 'cost':
      writer.note(path, 'AutoGen has no condition on cost: it is left out');
      return null;
    case 'expression':
      writer.note(
        path,
        'AutoGen has no condition by expression: it is left out; write a FunctionalTermination',
      );
      return null;
    case 'and':
    case 'or': {
      const conditions = condition.conditions.flatMap(
        (each, index) => writeTermination(each, `${path}.conditions[${String(index)}]`, writer) ?? [],
      );
      const name = condition.kind === 'and' ? 'AndTerminationCondition' : 'OrTerminationCondition';
      return conditions.length === 0 ? null : component(name, TYPE, { conditions });
    }
    default:
      return assertNever(condition);
  }
}

/** AutoGen wants all three limits in a file, and its own dump leaves out those that are not set. */
function writeTokenUsage(
  condition: Extract<TerminationCondition, { kind: 'token_usage' }>,
): WrittenComponent {
  const written = component('TokenUsageTermination', TYPE, {});
  return {
    ...written,
    config: {
      max_total_token: condition.maxTotal,
      max_prompt_token: condition.maxPrompt,
      max_completion_token: condition.maxCompletion,
    },
  };
}
