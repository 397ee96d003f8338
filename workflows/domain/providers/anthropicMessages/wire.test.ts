import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../json.ts';
import type { LlmMessage } from '../../request/llmMessage.ts';
import type { ModelQuestion } from '../wireProvider.ts';
import type { WireRules } from '../wireRules.ts';
import { answerToolOf, anthropicMessages } from './wire.ts';

const RULES: WireRules = {
  includeNameInMessage: true,
  addNamePrefixes: false,
  info: { family: 'claude-4-sonnet', vision: true, multipleSystemMessages: false },
};
const MODEL = 'claude-sonnet-4-5';
const ASKED: LlmMessage = { role: 'user', source: 'user', content: 'What is the weather?' };
const SCHEMA: Json = {
  type: 'json_schema',
  json_schema: {
    name: 'report',
    strict: true,
    schema: { type: 'object', properties: { degrees: { type: 'integer', minimum: -90 } } },
  },
};
const TOOLS: Json = [
  {
    type: 'function',
    function: { name: 'weather', description: 'Tells it.', parameters: { properties: { city: {} } } },
  },
];

function question(fields: Partial<ModelQuestion> = {}, parameters: Record<string, Json> = {}): ModelQuestion {
  return {
    parameters: { model: MODEL, ...parameters },
    messages: [ASKED],
    tools: null,
    format: null,
    stream: true,
    options: {},
    ...fields,
  };
}

const written = (fields?: Partial<ModelQuestion>, parameters?: Record<string, Json>, rules = RULES) =>
  anthropicMessages.toWire(question(fields, parameters), rules);

describe('a request of the Messages API', () => {
  it('has the system messages as one text apart, a limit, and nobody by name', () => {
    const messages: LlmMessage[] = [
      { role: 'system', content: 'Be brief.' },
      ASKED,
      { role: 'system', content: 'It is summer. ' },
    ];
    expect(written({ messages }, { top_k: 5, cache_control: { type: 'ephemeral' } })).toEqual({
      model: MODEL,
      max_tokens: 4096,
      top_k: 5,
      cache_control: { type: 'ephemeral' },
      system: 'Be brief.\nIt is summer.',
      messages: [{ role: 'user', content: 'What is the weather?' }],
      stream: true,
    });
  });

  it('says who spoke where the team wants it to', () => {
    const rules = { ...RULES, addNamePrefixes: true };
    expect(written({}, {}, rules).messages).toEqual([
      { role: 'user', content: 'user said:\nWhat is the weather?' },
    ]);
  });

  it('shows images to a model that sees, and says to others that there was one', () => {
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
    ];
    expect(written({ messages }).messages[0]?.content).toEqual([
      { type: 'text', text: 'See' },
      { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AAAA' } },
      { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: 'JVBE' } },
    ]);
    const blind = { ...RULES, info: { ...RULES.info, vision: false } };
    expect(written({ messages }, {}, blind).messages[0]?.content).toBe('See\n<image>\n<image>');
  });

  it.each([
    ['an object', '{"city":"Rome"}', { city: 'Rome' }],
    ['nothing', '', {}],
    ['a list', '[1]', { text: '[1]' }],
    ['no JSON', 'Rome', { text: 'Rome' }],
  ])('gives a call whose arguments were %s an object', (_, given, input) => {
    const messages: LlmMessage[] = [
      ASKED,
      {
        role: 'assistant_calls',
        source: 'a',
        calls: [{ id: 'c1', name: 'weather', arguments: given }],
        thought: 'Hm',
      },
      {
        role: 'results',
        results: [
          { callId: 'c1', name: 'weather', content: '', isError: false },
          { callId: 'c2', name: 'weather', content: 'No such city', isError: true },
        ],
      },
    ];
    expect(written({ messages }).messages.slice(1)).toEqual([
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'Hm' },
          { type: 'tool_use', id: 'c1', name: 'weather', input },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'c1' },
          { type: 'tool_result', tool_use_id: 'c2', content: 'No such city', is_error: true },
        ],
      },
    ]);
  });

  it('defines the tools that its context speaks of, also where none may be called', () => {
    const messages: LlmMessage[] = [
      ASKED,
      {
        role: 'assistant_calls',
        source: 'a',
        calls: [{ id: 'c', name: 'weather', arguments: '{}' }],
        thought: null,
      },
      { role: 'results', results: [{ callId: 'c', name: 'weather', content: 'Sun', isError: false }] },
    ];
    expect(written({ messages })).toMatchObject({
      tools: [{ name: 'weather', description: '', input_schema: { type: 'object' } }],
      tool_choice: { type: 'none' },
    });
    expect(
      written({ messages, tools: { list: TOOLS, choice: 'auto' } }, { parallel_tool_calls: false }),
    ).toMatchObject({
      tools: [{ name: 'weather', input_schema: { type: 'object', properties: { city: {} } } }],
      tool_choice: { type: 'auto', disable_parallel_tool_use: true },
    });
  });

  it('names the shape of the answer, with what it cannot enforce told in words', () => {
    const request = written({ format: SCHEMA }, { output_config: { effort: 'low' } });
    expect(request.output_config).toEqual({
      effort: 'low',
      format: {
        type: 'json_schema',
        schema: {
          type: 'object',
          properties: { degrees: { type: 'integer', description: '{minimum: -90}' } },
          additionalProperties: false,
        },
      },
    });
    expect(answerToolOf(request)).toBeNull();
  });

  it.each([
    ['made to', {}, null, { type: 'tool', name: 'final_answer' }],
    ['made to, or to another', {}, { list: TOOLS, choice: 'auto' as const }, { type: 'any' }],
    [
      'free to where it thinks',
      { thinking: { type: 'enabled', budget_tokens: 1024 } },
      null,
      { type: 'auto' },
    ],
  ])(
    'gives a model without structured output a tool to answer by, which it is %s',
    (_, parameters, tools, choice) => {
      const request = written(
        { format: SCHEMA, tools },
        { model: 'claude-3-7-sonnet-20250219', ...parameters },
      );
      expect(answerToolOf(request)).toBe('final_answer');
      expect(request.tool_choice).toEqual(choice);
      expect(request.output_config).toBeUndefined();
    },
  );

  it('leaves room for thoughts where the team gives no limit', () => {
    const thinking = { type: 'enabled', budget_tokens: 10_000 };
    expect(written({}, { thinking })).toMatchObject({ thinking, max_tokens: 14_096 });
    expect(written({}, { thinking, max_tokens: 12_000 }).max_tokens).toBe(12_000);
  });

  it.each([
    ['claude-3-5-sonnet-20241022', {}, 'Well'],
    ['claude-opus-4-6', {}, 'Continue.'],
    ['claude-sonnet-4-5', { thinking: { type: 'enabled', budget_tokens: 1024 } }, 'Continue.'],
  ])('ends, where the model spoke last, as %s takes it', (model, parameters, last) => {
    const messages: LlmMessage[] = [ASKED, { role: 'assistant', source: 'a', content: 'Well \n' }];
    expect(written({ messages }, { model, ...parameters }).messages.at(-1)?.content).toBe(last);
  });

  it('leaves out texts in which nothing is to be seen, and is never without a message', () => {
    const messages: LlmMessage[] = [
      { role: 'system', content: ' ' },
      { role: 'user', source: 'user', content: ' \n' },
    ];
    const request = written({ messages });
    expect(request.system).toBeUndefined();
    expect(request.messages).toEqual([{ role: 'user', content: 'Continue.' }]);
  });
});

describe('what the model wants back', () => {
  const THOUGHT = { type: 'thinking', thinking: 'Rome?', signature: 'sig' };
  const calls = [
    { id: 'c1', name: 'weather', arguments: '{"city":"Rome"}' },
    { id: 'c2', name: 'weather', arguments: '{"city":"Oslo"}' },
  ];
  const use = (id: string, city: string) => ({ type: 'tool_use', id, name: 'weather', input: { city } });
  const items: Json = [
    THOUGHT,
    { type: 'redacted_thinking', data: 'x' },
    use('c1', 'Rome'),
    use('c2', 'Oslo'),
  ];
  const asked = (model: string, given: typeof calls): LlmMessage[] => [
    ASKED,
    {
      role: 'assistant_calls',
      source: 'a',
      calls: given,
      thought: null,
      giveBack: { provider: 'anthropic_messages', model, items },
    },
    { role: 'results', results: [] },
  ];

  it('goes back beside its calls as it came', () => {
    expect(written({ messages: asked(MODEL, calls) }).messages[1]?.content).toEqual(items);
  });

  it('goes back beside the calls that are still there', () => {
    const first = calls.slice(0, 1);
    expect(written({ messages: asked(MODEL, first) }).messages[1]?.content).toEqual([
      THOUGHT,
      { type: 'redacted_thinking', data: 'x' },
      use('c1', 'Rome'),
    ]);
  });

  it('does not go to another model, which then does not think about calls that have no thoughts', () => {
    const thinking = { type: 'enabled', budget_tokens: 1024 };
    const request = written({ messages: asked('claude-opus-4-1', calls) }, { thinking });
    expect(request.messages[1]?.content).toEqual([use('c1', 'Rome'), use('c2', 'Oslo')]);
    expect(request.thinking).toBeUndefined();
    expect(written({ messages: asked(MODEL, calls) }, { thinking }).thinking).toEqual(thinking);
  });

  it('goes back beside a text as long as nobody has changed that', () => {
    const said = (content: string): LlmMessage[] => [
      {
        role: 'assistant',
        source: 'a',
        content,
        giveBack: {
          provider: 'anthropic_messages',
          model: MODEL,
          items: [THOUGHT, { type: 'text', text: 'Sun' }],
        },
      },
      ASKED,
    ];
    expect(written({ messages: said('Sun') }).messages[0]?.content).toEqual([
      THOUGHT,
      { type: 'text', text: 'Sun' },
    ]);
    expect(written({ messages: said('Rain') }).messages[0]?.content).toBe('Rain');
  });
});
