import type { Json } from '../../../../workflows/domain/json.ts';

/** Thoughts that go back only beside tool calls. */
const BACK_BESIDE_CALLS = ['reasoning_content', 'reasoning_text'] as const;

/** What the provider gets back with the message in the next request; null: nothing. */
export function giveBackItems(answer: {
  back: Record<string, Json>;
  details: Json[];
  blocks: Json[];
  thoughts: Record<string, string>;
  goesBack: readonly string[];
  calls: Record<string, Json>;
  hasCalls: boolean;
}): Json {
  const message: Record<string, Json> = { ...answer.back };
  if (answer.details.length > 0) message.reasoning_details = answer.details;
  if (answer.hasCalls) {
    if (answer.blocks.length > 0) message.thinking_blocks = answer.blocks;
    for (const name of [...BACK_BESIDE_CALLS, ...answer.goesBack]) {
      const thought = answer.thoughts[name];
      if (thought !== undefined && thought !== '') message[name] = thought;
    }
  }
  const items = {
    ...(Object.keys(message).length === 0 ? {} : { message }),
    ...(Object.keys(answer.calls).length === 0 ? {} : { calls: answer.calls }),
  };
  return Object.keys(items).length === 0 ? null : items;
}
