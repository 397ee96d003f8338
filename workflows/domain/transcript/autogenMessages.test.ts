import { describe, expect, it } from '@jest/globals';
import { autogenMessages, type SpokenEntry } from './autogenMessages.ts';

const USAGE = { promptTokens: 20, completionTokens: 3 };
const TOKENS = { prompt_tokens: 20, completion_tokens: 3 };

function entry(fields: Partial<SpokenEntry>): SpokenEntry {
  return {
    seq: 0,
    position: 1,
    scope: '',
    turn: 0,
    run: 0,
    type: 'TextMessage',
    source: 'writer',
    content: '',
    body: null,
    thought: null,
    memories: null,
    readBefore: null,
    copied: false,
    resets: false,
    ...fields,
  };
}

const CALLS = [{ id: 'c1', name: 'add', arguments: '{"a": 1}' }];
const RESULTS = [{ callId: 'c1', name: 'add', content: '3', isError: false }];
const DUMPED_RESULTS = [{ call_id: 'c1', name: 'add', content: '3', is_error: false }];

describe('a transcript as AutoGen tells it', () => {
  it('has the tokens on what agents say, and on nothing else', () => {
    expect(
      autogenMessages([
        entry({ source: 'user', content: 'Go.' }),
        entry({ content: 'Done.', usage: USAGE }),
        entry({ type: 'SelectorEvent', source: 'manager', content: 'writer', usage: USAGE }),
      ]),
    ).toEqual([
      { source: 'user', type: 'TextMessage', content: 'Go.' },
      { source: 'writer', type: 'TextMessage', content: 'Done.', usage: TOKENS },
      { source: 'manager', type: 'SelectorEvent', content: 'writer' },
    ]);
  });

  it('tells what was remembered, then what was thought, before the message', () => {
    const [contents, thought, request] = autogenMessages([
      entry({
        type: 'ToolCallRequestEvent',
        body: { kind: 'tool_calls', calls: CALLS },
        thought: 'Hm.',
        memories: [
          [
            { content: '{"k": [1]}', mimeType: 'application/json' },
            { content: 'x', mimeType: 'text/plain' },
          ],
        ],
        usage: USAGE,
      }),
    ]);
    expect(contents).toEqual({
      source: 'writer',
      type: 'MemoryQueryEvent',
      content: [
        { content: { k: [1] }, mime_type: 'application/json' },
        { content: 'x', mime_type: 'text/plain' },
      ],
    });
    expect(thought).toEqual({ source: 'writer', type: 'ThoughtEvent', content: 'Hm.' });
    expect(request).toEqual({
      source: 'writer',
      type: 'ToolCallRequestEvent',
      content: CALLS,
      usage: TOKENS,
    });
  });

  it('says that a person was asked before what they answer, a handoff too', () => {
    const types = autogenMessages([
      entry({ source: 'human', content: 'Longer.', body: { kind: 'asked' } }),
      entry({
        source: 'human',
        type: 'HandoffMessage',
        body: { kind: 'handoff', target: 'writer', context: [], asked: true },
      }),
    ]).map(({ type }) => type);
    expect(types).toEqual([
      'UserInputRequestedEvent',
      'TextMessage',
      'UserInputRequestedEvent',
      'HandoffMessage',
    ]);
  });

  it('leaves out what an inner team was only given', () => {
    expect(
      autogenMessages([
        entry({ copied: true, content: 'given' }),
        entry({ body: { kind: 'task', messages: [] } }),
      ]),
    ).toEqual([]);
  });

  it('dumps tool results and summaries', () => {
    expect(
      autogenMessages([
        entry({ type: 'ToolCallExecutionEvent', body: { kind: 'tool_results', results: RESULTS } }),
        entry({
          type: 'ToolCallSummaryMessage',
          content: '3',
          body: { kind: 'tool_summary', calls: CALLS, results: RESULTS },
        }),
      ]),
    ).toEqual([
      { source: 'writer', type: 'ToolCallExecutionEvent', content: DUMPED_RESULTS },
      {
        source: 'writer',
        type: 'ToolCallSummaryMessage',
        content: '3',
        tool_calls: CALLS,
        results: DUMPED_RESULTS,
      },
    ]);
  });

  it('dumps what travels with a handoff, and leaves an empty context out', () => {
    const handoff = (context: Extract<SpokenEntry['body'], { kind: 'handoff' }>['context']) =>
      autogenMessages([
        entry({
          type: 'HandoffMessage',
          content: 'To b.',
          body: { kind: 'handoff', target: 'b', context },
        }),
      ])[0];
    expect(handoff([])).toEqual({ source: 'writer', type: 'HandoffMessage', content: 'To b.', target: 'b' });
    expect(
      handoff([
        { kind: 'assistant_calls', source: 'writer', calls: CALLS, thought: 'Hm.' },
        { kind: 'results', results: RESULTS },
        { kind: 'assistant_text', source: 'writer', content: 'Hm.' },
        { kind: 'user_text', source: 'user', content: 'Please.' },
      ])?.['context'],
    ).toEqual([
      { type: 'AssistantMessage', source: 'writer', content: CALLS, thought: 'Hm.' },
      { type: 'FunctionExecutionResultMessage', content: DUMPED_RESULTS },
      { type: 'AssistantMessage', source: 'writer', content: 'Hm.' },
      { type: 'UserMessage', source: 'user', content: 'Please.' },
    ]);
  });

  it('dumps structured messages as values, with the text beside', () => {
    const structured = (formatString: string | null) =>
      autogenMessages([
        entry({
          type: 'StructuredMessage',
          content: '7/10',
          body: {
            kind: 'structured',
            value: { score: 7 },
            formatString,
            raw: '{"score":7}',
            json: '{"score":7}',
          },
          usage: USAGE,
        }),
      ])[0];
    expect(structured('{score}/10')).toEqual({
      source: 'writer',
      type: 'StructuredMessage',
      content: { score: 7 },
      format_string: '{score}/10',
      text: '7/10',
      usage: TOKENS,
    });
    expect(structured(null)).not.toHaveProperty('format_string');
  });

  it('dumps speakers, images, code and what came of it', () => {
    expect(
      autogenMessages([
        entry({ type: 'SelectSpeakerEvent', source: 'manager', body: { kind: 'speakers', speakers: ['a'] } }),
        entry({
          type: 'MultiModalMessage',
          source: 'user',
          content: 'Look.\n<image>',
          body: {
            kind: 'multimodal',
            parts: [
              { kind: 'text', text: 'Look.' },
              { kind: 'image', mediaType: 'image/png', base64: 'aGk=' },
            ],
          },
        }),
        entry({
          type: 'CodeGenerationEvent',
          content: 'Here',
          body: { kind: 'code', retryAttempt: 0, blocks: [{ language: 'python', code: 'x' }] },
        }),
        entry({
          type: 'CodeExecutionEvent',
          content: 'out',
          body: { kind: 'code_result', retryAttempt: 0, exitCode: 1 },
        }),
      ]),
    ).toEqual([
      { source: 'manager', type: 'SelectSpeakerEvent', content: ['a'] },
      { source: 'user', type: 'MultiModalMessage', content: ['Look.', { data: 'aGk=' }] },
      {
        source: 'writer',
        type: 'CodeGenerationEvent',
        content: 'Here',
        retry_attempt: 0,
        code_blocks: [{ code: 'x', language: 'python' }],
      },
      {
        source: 'writer',
        type: 'CodeExecutionEvent',
        retry_attempt: 0,
        result: { exit_code: 1, output: 'out' },
      },
    ]);
  });
});
