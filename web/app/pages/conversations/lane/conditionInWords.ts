import { assertNever } from '../../../../../workflows/domain/json.ts';
import type { TerminationCondition } from '../../../../../workflows/domain/terminations/condition.ts';
import type { Translate } from '../../../languages/translator.ts';
import type { Format } from '../../../views/format/createFormat.ts';

/** What a condition waits for, as the heading of how near it is; conditions below it say theirs. */
export function conditionInWords(condition: TerminationCondition, t: Translate, format: Format): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
    case 'cost':
    case 'external':
    case 'stop_message':
    case 'token_usage':
      return t(`conversation:condition.${condition.kind}`);
    case 'expression':
      return t('conversation:condition.expression', { expression: condition.expression });
    case 'function_call':
      return t('conversation:condition.function_call', { tool: condition.functionName });
    case 'handoff':
      return t('conversation:condition.handoff', { target: condition.target });
    case 'max_messages':
      return condition.includeAgentEvents
        ? t('conversation:condition.max_messages_events', { limit: condition.maxMessages })
        : t('conversation:condition.max_messages', { limit: condition.maxMessages });
    case 'source_match':
      return t('conversation:condition.source_match', { names: format.either(condition.sources) });
    case 'text_mention':
      return condition.sources === null
        ? t('conversation:condition.text_mention', { text: condition.text })
        : t('conversation:condition.text_mention_by', {
            text: condition.text,
            names: format.either(condition.sources),
          });
    case 'text_message':
      return condition.source === null
        ? t('conversation:condition.text_message')
        : t('conversation:condition.text_message_from', { name: condition.source });
    case 'timeout':
      return t('conversation:condition.timeout', { duration: format.duration(condition.seconds * 1_000) });
    default:
      return assertNever(condition);
  }
}
