import { describe, expect, it } from '@jest/globals';
import { AUTOGEN_MESSAGES, type AutogenMessages } from '../../../../test/support/autogenMessages.ts';
import type { LlmMessage } from '../../request/llmMessage.ts';
import type { WireRules } from '../wireRules.ts';
import { chatMessages } from './chatMessages.ts';
import { wireFormOf } from './dialects.ts';

function rules(
  changes: Partial<Omit<WireRules, 'info'>> = {},
  info: Partial<WireRules['info']> = {},
): WireRules {
  return {
    includeNameInMessage: true,
    addNamePrefixes: false,
    ...changes,
    info: { family: 'gpt-4o', vision: true, multipleSystemMessages: true, ...info },
  };
}

const user = (content: string, source = 'critic'): LlmMessage => ({ role: 'user', source, content });
const system = (content: string): LlmMessage => ({ role: 'system', content });
const picture: LlmMessage = {
  role: 'user',
  source: 'critic',
  content: [
    { kind: 'text', text: 'See' },
    { kind: 'image', mediaType: 'image/png', base64: 'AAAA' },
  ],
};

describe('a message of others', () => {
  it('has its author’s name, of the letters that the API takes', () => {
    expect(chatMessages([user('Hm'), user('Hm', 'the critic (ü)')], rules())).toEqual([
      { role: 'user', content: 'Hm', name: 'critic' },
      { role: 'user', content: 'Hm', name: 'the_critic____' },
    ]);
  });

  it('has none where the team says so, or the model’s API refuses it', () => {
    const bare = [{ role: 'user', content: 'Hm' }];
    expect(chatMessages([user('Hm')], rules({ includeNameInMessage: false }))).toEqual(bare);
    for (const family of ['mistral', 'codestral', 'ministral', 'pixtral', 'open-codestral-mamba']) {
      expect(chatMessages([user('Hm')], rules({}, { family }))).toEqual(bare);
    }
  });

  it('begins with who said it where the team says so, in text and in parts', () => {
    expect(chatMessages([user('Hm'), picture], rules({ addNamePrefixes: true }))).toMatchObject([
      { content: 'critic said:\nHm' },
      { content: [{ type: 'text', text: 'critic said:\nSee' }, { type: 'image_url' }] },
    ]);
  });

  it('shows images to models with eyes, and says to others that one is there', () => {
    expect(chatMessages([picture], rules())).toEqual([
      {
        role: 'user',
        name: 'critic',
        content: [
          { type: 'text', text: 'See' },
          { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } },
        ],
      },
    ]);
    expect(chatMessages([picture], rules({}, { vision: false }))).toMatchObject([
      { content: 'See\n<image>' },
    ]);
  });
});

describe('an agent’s own part', () => {
  it('is its words, its calls with what it thought beside them, and a message for each result', () => {
    const calls = [{ id: 'c1', name: 'look_up', arguments: '{"a":1}' }];
    const results = [
      { callId: 'c1', name: 'look_up', content: 'sunny', isError: false },
      { callId: 'c2', name: 'pay', content: 'no', isError: true },
    ];
    expect(
      chatMessages(
        [
          { role: 'assistant', source: 'writer', content: 'One' },
          { role: 'assistant_calls', source: 'writer', calls, thought: 'Hm' },
          { role: 'results', results },
        ],
        rules(),
      ),
    ).toEqual([
      { role: 'assistant', content: 'One' },
      {
        role: 'assistant',
        content: 'Hm',
        tool_calls: [{ id: 'c1', type: 'function', function: { name: 'look_up', arguments: '{"a":1}' } }],
      },
      { role: 'tool', content: 'sunny', tool_call_id: 'c1' },
      { role: 'tool', content: 'no', tool_call_id: 'c2' },
    ]);
  });

  it('is no empty text for Gemini, whose API refuses that', () => {
    const empty: LlmMessage[] = [
      { role: 'assistant', source: 'writer', content: '' },
      { role: 'assistant_calls', source: 'writer', calls: [], thought: null },
      user(''),
    ];
    const contents = (family: string) =>
      chatMessages(empty, rules({}, { family })).map(({ content }) => content);
    expect(contents('gemini-2.0-flash')).toEqual([' ', null, ' ']);
    expect(contents('gpt-4o')).toEqual(['', null, '']);
  });
});

describe('several system messages', () => {
  const messages = [user('Go'), system('Be brief.'), user('Hm'), system('Be kind.\n')];

  it('stay where they are for models that read them', () => {
    expect(chatMessages(messages, rules()).map(({ role }) => role)).toEqual([
      'user',
      'system',
      'user',
      'system',
    ]);
  });

  it('become one in the place of the first for those that do not', () => {
    expect(chatMessages(messages, rules({}, { multipleSystemMessages: false }))).toEqual([
      { role: 'user', content: 'Go', name: 'critic' },
      { role: 'system', content: 'Be brief.\nBe kind.' },
      { role: 'user', content: 'Hm', name: 'critic' },
    ]);
    expect(chatMessages([user('Go')], rules({}, { multipleSystemMessages: false }))).toHaveLength(1);
  });
});

describe('texts in which nothing is to be seen', () => {
  const messageOf = ([kind, text]: AutogenMessages['messages'][number]): LlmMessage => {
    const content = typeof text === 'string' ? text : '';
    switch (kind) {
      case 'system':
        return system(content);
      case 'user':
        return user(content);
      case 'parts': {
        const parts = Array.isArray(text) ? text : [];
        return {
          role: 'user',
          source: 'critic',
          content: parts.map((part) => ({ kind: 'text', text: part })),
        };
      }
      case 'assistant':
        return { role: 'assistant', source: 'writer', content };
      case 'calls': {
        const thought = typeof text === 'string' ? text : null;
        const calls = [{ id: 'c1', name: 'f', arguments: '{}' }];
        return { role: 'assistant_calls', source: 'writer', calls, thought };
      }
      case 'results':
        return {
          role: 'results',
          results: [{ callId: 'c1', name: 'f', content, isError: false }],
        };
    }
  };
  const cases = AUTOGEN_MESSAGES.flatMap(({ models, messages }) =>
    models.map(([model, family]) => ({ model, family, messages })),
  );

  it.each(cases)('are what AutoGen makes of them for $model of $family', ({ model, family, messages }) => {
    const form = wireFormOf(model, family);
    for (const row of messages) {
      const sent = chatMessages([messageOf(row)], { ...rules({}, { family }), form });
      const compared = sent.map((message) => {
        if (!('tool_calls' in message)) return message;
        const { tool_calls: _calls, ...others } = message;
        return others;
      });
      expect([row[0], row[1], compared]).toEqual(row);
    }
  });

  it('are left out for Claude where they stand in parts that a model without eyes reads as text', () => {
    const parts: LlmMessage = { role: 'user', source: 'critic', content: [{ kind: 'text', text: ' ' }] };
    expect(chatMessages([parts], { ...rules({}, { vision: false }), form: 'claude' })).toEqual([]);
    expect(chatMessages([parts], { ...rules(), form: 'claude' })).toHaveLength(1);
  });

  it('are taken from the end of an answer that comes last, for models named claude-…', () => {
    const answer: LlmMessage = { role: 'assistant', source: 'writer', content: 'So \n' };
    const trimming: WireRules = { ...rules(), form: 'claude', trimsLastAnswer: true };
    expect(chatMessages([answer, answer], trimming).map(({ content }) => content)).toEqual(['So \n', 'So']);
    expect(chatMessages([{ ...answer, content: ' ' }], trimming)).toEqual([]);
  });

  it('stay in one system message where several become one', () => {
    const several = [system('A'), system(''), system('B')];
    const merging = { ...rules({}, { multipleSystemMessages: false }), form: 'gemini' as const };
    expect(chatMessages(several, merging)).toEqual([{ role: 'system', content: 'A\n\nB' }]);
  });

  it('are sent as they were in requests made before there were these rules', () => {
    const blank = [system(''), user(' '), { role: 'assistant', source: 'writer', content: '' } as const];
    const contents = (family: string) =>
      chatMessages(blank, rules({}, { family })).map(({ content }) => content);
    expect(contents('claude-3-haiku')).toEqual(['', ' ', '']);
    expect(contents('gemini-9')).toEqual(['', ' ', ' ']);
  });
});
