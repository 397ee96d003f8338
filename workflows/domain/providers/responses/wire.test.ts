import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../json.ts';
import type { LlmMessage } from '../../request/llmMessage.ts';
import type { ModelQuestion } from '../wireProvider.ts';
import type { WireRules } from '../wireRules.ts';
import { responses, withCallId } from './wire.ts';

const RULES: WireRules = {
  includeNameInMessage: true,
  addNamePrefixes: false,
  info: { family: 'gpt-5', vision: true, multipleSystemMessages: true },
};
const ASKED: LlmMessage = { role: 'user', source: 'user', content: 'What is the weather?' };
const TOOLS: Json = [
  {
    type: 'function',
    function: { name: 'weather', description: 'Tells it.', parameters: { type: 'object', properties: {} } },
  },
];

function written(
  fields: Partial<ModelQuestion> = {},
  parameters: Record<string, Json> = {},
  rules: WireRules = RULES,
) {
  const question: ModelQuestion = {
    parameters: { model: 'gpt-5', ...parameters },
    messages: [ASKED],
    tools: null,
    format: null,
    stream: true,
    options: {},
    ...fields,
  };
  return responses.toWire(question, rules);
}

describe('a request of the Responses API', () => {
  it('keeps nothing at the provider and asks for the reasoning in encrypted form', () => {
    const messages: LlmMessage[] = [{ role: 'system', content: 'Be brief.' }, ASKED];
    expect(written({ messages }, { reasoning: { effort: 'low' } })).toEqual({
      model: 'gpt-5',
      reasoning: { effort: 'low' },
      input: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'What is the weather?' },
      ],
      include: ['reasoning.encrypted_content'],
      store: false,
      stream: true,
    });
  });

  it.each([
    ['gpt-5', true],
    ['gpt-5.2-2025-12-11', true],
    ['o4-mini', true],
    ['gpt-5-chat-latest', false],
    ['gpt-4o', false],
    ['gpt-4.1-mini', false],
  ])('asks only a model that reasons for its reasoning: %s', (model, reasons) => {
    expect('include' in written({}, { model })).toBe(reasons);
  });

  it('is kept at the provider where it is written in the background', () => {
    const request = written({ options: { background: true }, stream: false }, { store: false });
    expect(request).toMatchObject({ background: true, store: true, stream: true });
  });

  it('carries the id of its call beside the metadata of the team', () => {
    const request = withCallId(written({}, { metadata: { desk: 'news' } }), 'call-1');
    expect(request['metadata']).toEqual({ desk: 'news', colloquy_call_id: 'call-1' });
  });

  it('tells of tools in its own form, without making their schemas strict', () => {
    expect(written({ tools: { list: TOOLS, choice: 'auto' } })).toMatchObject({
      tools: [
        {
          type: 'function',
          name: 'weather',
          description: 'Tells it.',
          parameters: { type: 'object', properties: {} },
          strict: false,
        },
      ],
      tool_choice: 'auto',
    });
  });

  it('names the shape of the answer beside other wishes for its text', () => {
    const format = { type: 'json_schema', json_schema: { name: 'report', schema: {}, strict: true } };
    expect(written({ format }, { text: { verbosity: 'low' } }).text).toEqual({
      verbosity: 'low',
      format: { type: 'json_schema', name: 'report', schema: {}, strict: true },
    });
    expect(written({ format: { type: 'json_object' } }).text).toEqual({ format: { type: 'json_object' } });
  });

  it('has calls and results as items, and images as parts', () => {
    const messages: LlmMessage[] = [
      {
        role: 'user',
        source: 'user',
        content: [
          { kind: 'text', text: 'See' },
          { kind: 'image', mediaType: 'image/png', base64: 'AAAA' },
          { kind: 'image', mediaType: 'application/pdf', base64: 'JVBE' },
        ],
      },
      {
        role: 'assistant_calls',
        source: 'a',
        calls: [{ id: 'c1', name: 'weather', arguments: '{}' }],
        thought: 'Hm',
      },
      { role: 'results', results: [{ callId: 'c1', name: 'weather', content: 'Sun', isError: false }] },
    ];
    expect(written({ messages }).input).toEqual([
      {
        role: 'user',
        content: [
          { type: 'input_text', text: 'See' },
          { type: 'input_image', image_url: 'data:image/png;base64,AAAA', detail: 'auto' },
          { type: 'input_file', filename: 'document.pdf', file_data: 'data:application/pdf;base64,JVBE' },
        ],
      },
      { role: 'assistant', content: 'Hm' },
      { type: 'function_call', call_id: 'c1', name: 'weather', arguments: '{}' },
      { type: 'function_call_output', call_id: 'c1', output: 'Sun' },
    ]);
  });
});

describe('what the model wants back', () => {
  const REASONING = { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'x' };
  const call = (id: string) => ({ type: 'function_call', call_id: id, name: 'weather', arguments: '{}' });
  const calls = (...ids: string[]) => ids.map((id) => ({ id, name: 'weather', arguments: '{}' }));
  const asked = (model: string, items: Json, given: ReturnType<typeof calls>): LlmMessage[] => [
    {
      role: 'assistant_calls',
      source: 'a',
      calls: given,
      thought: null,
      giveBack: { provider: 'responses', model, items },
    },
  ];

  it('goes back as it came, to the same model only', () => {
    const items: Json = [REASONING, call('c1'), call('c2')];
    expect(written({ messages: asked('gpt-5', items, calls('c1', 'c2')) }).input).toEqual(items);
    expect(written({ messages: asked('o3', items, calls('c1', 'c2')) }).input).toEqual([
      call('c1'),
      call('c2'),
    ]);
  });

  it('leaves out calls that are gone, and reasoning that nothing would follow', () => {
    const items: Json = [REASONING, call('c1'), REASONING, call('c2')];
    expect(written({ messages: asked('gpt-5', items, calls('c1')) }).input).toEqual([REASONING, call('c1')]);
  });

  it('goes back beside a text as long as nobody has changed that', () => {
    const message = {
      type: 'message',
      role: 'assistant',
      phase: 'final_answer',
      content: [{ type: 'output_text', text: 'Sun' }],
    };
    const said = (content: string): LlmMessage[] => [
      {
        role: 'assistant',
        source: 'a',
        content,
        giveBack: { provider: 'responses', model: 'gpt-5', items: [REASONING, message] },
      },
    ];
    expect(written({ messages: said('Sun') }).input).toEqual([REASONING, message]);
    expect(written({ messages: said('Rain') }).input).toEqual([{ role: 'assistant', content: 'Rain' }]);
  });
});
