import { fieldsOf, listOf, type Loose, textOf } from '../../loose.ts';

/** An answer of the Messages API, whole or put together from its stream. */
export interface AnsweredMessage {
  /** The message's fields besides its content. */
  fields: Loose;
  blocks: Loose[];
  /** Calls' arguments as they were written, by their block: what is cut is not JSON. */
  inputs: ReadonlyMap<Loose, string>;
  /** Whether the model said that it is done. */
  isEnded: boolean;
}

/** Puts a streamed answer together. Events and pieces that it does not know are left aside, as the API asks of clients. */
export interface MessageAssembly {
  /** Takes an event; returns whether there is new text to read. */
  add(event: unknown): boolean;
  /** The words so far. */
  text(): string;
  message(): AnsweredMessage;
}

type Building = Record<string, unknown>;

export function assembleMessage(): MessageAssembly {
  let fields: Building = {};
  let isEnded = false;
  let text = '';
  const blocks = new Map<unknown, Building>();
  const inputs = new Map<Loose, string>();
  const blockAt = (index: unknown, begun: Building) => {
    const known = blocks.get(index);
    if (known !== undefined) return known;
    blocks.set(index, begun);
    return begun;
  };
  const takeDelta = (index: unknown, delta: Loose): boolean => {
    switch (delta['type']) {
      case 'text_delta': {
        const block = blockAt(index, { type: 'text', text: '' });
        block['text'] = textOf(block['text']) + textOf(delta['text']);
        text += textOf(delta['text']);
        return textOf(delta['text']) !== '';
      }
      case 'thinking_delta': {
        const block = blockAt(index, { type: 'thinking', thinking: '', signature: '' });
        block['thinking'] = textOf(block['thinking']) + textOf(delta['thinking']);
        return false;
      }
      case 'signature_delta': {
        const block = blockAt(index, { type: 'thinking', thinking: '', signature: '' });
        block['signature'] = textOf(block['signature']) + textOf(delta['signature']);
        return false;
      }
      case 'input_json_delta': {
        const block = blockAt(index, { type: 'tool_use', id: '', name: '', input: {} });
        inputs.set(block, (inputs.get(block) ?? '') + textOf(delta['partial_json']));
        return true;
      }
      default:
        return false;
    }
  };
  return {
    add(event) {
      const { type, index, message, content_block: begun, delta, usage } = fieldsOf(event);
      switch (type) {
        case 'message_start': {
          const { content: _content, ...others } = fieldsOf(message);
          fields = others;
          return false;
        }
        case 'content_block_start': {
          const block = blockAt(index, { ...fieldsOf(begun) });
          const said = block['type'] === 'text' ? textOf(block['text']) : '';
          text += said;
          return said !== '' || block['type'] === 'tool_use';
        }
        case 'content_block_delta':
          return takeDelta(index, fieldsOf(delta));
        case 'message_delta':
          fields = {
            ...fields,
            ...present(fieldsOf(delta)),
            usage: { ...fieldsOf(fields['usage']), ...present(fieldsOf(usage)) },
          };
          return false;
        case 'message_stop':
          isEnded = true;
          return false;
        default:
          return false;
      }
    },
    text: () => text,
    message: () => ({
      fields,
      blocks: [...blocks.values()],
      inputs,
      isEnded: isEnded || textOf(fields['stop_reason']) !== '',
    }),
  };
}

/** An answer that came as a whole. */
export function wholeMessage(value: unknown): AnsweredMessage {
  const { content, ...fields } = fieldsOf(value);
  const blocks = typeof content === 'string' ? [{ type: 'text', text: content }] : listOf(content);
  return {
    fields,
    blocks: blocks.map(fieldsOf),
    inputs: new Map(),
    isEnded: textOf(fields['stop_reason']) !== '',
  };
}

/** What a later event does not know does not overwrite what an earlier one knew. */
function present(fields: Loose): Loose {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  );
}
