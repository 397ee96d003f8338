import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { entry, reply } from '../../../test/support/entries.ts';
import type { TranscriptEntry } from '../transcript/entry.ts';
import { contextSlices } from './contextSlices.ts';
import type { LlmMessage } from './llmMessage.ts';
import { expandViewOutline, type RequestView, viewOf, type ViewOutline } from './viewOutline.ts';

function outlineOf(changes: Partial<ViewOutline> = {}): ViewOutline {
  return {
    renderer: 2,
    agent: 'writer',
    parameters: { model: 'test-model', temperature: 0.2 },
    rules: {
      includeNameInMessage: true,
      addNamePrefixes: false,
      info: { family: 'gpt-4o', vision: true, multipleSystemMessages: true },
    },
    view: { kind: 'none' },
    asOf: 1_000,
    before: [],
    appended: [],
    slices: [],
    after: [],
    tools: null,
    format: null,
    ...changes,
  };
}

const viewer = { agent: 'writer', scope: '', turn: 9, readBefore: 99, filter: null, innerTeams: [] };
const agent: RequestView = { kind: 'agent', viewer };
const whole = (length: number) => [{ kind: 'view', from: 0, to: length }] as ViewOutline['slices'];
const said = (content: string): LlmMessage => ({ role: 'user', source: 'user', content });

describe('a request', () => {
  it('is its parameters, then the messages, then tools and format, streamed with its usage', () => {
    const outline = outlineOf({
      view: agent,
      before: [{ role: 'system', content: 'You are writer.' }],
      appended: [{ role: 'system', content: 'Memory' }],
      slices: whole(3),
      after: [said('Last')],
      tools: { sha256: 'x', choice: 'none' },
      format: { type: 'json_object' },
    });
    const entries = [entry(0, 'user', 'Go'), reply(1, 'writer', 'One')];
    const request = expandViewOutline(outline, entries, [{ type: 'function' }]);
    expect(request).toEqual({
      model: 'test-model',
      temperature: 0.2,
      messages: [
        { role: 'system', content: 'You are writer.' },
        { role: 'user', content: 'Go', name: 'user' },
        { role: 'assistant', content: 'One' },
        { role: 'system', content: 'Memory' },
        { role: 'user', content: 'Last', name: 'user' },
      ],
      tools: [{ type: 'function' }],
      tool_choice: 'none',
      response_format: { type: 'json_object' },
      stream: true,
      stream_options: { include_usage: true },
    });
    expect(Object.keys(request).slice(0, 3)).toEqual(['model', 'temperature', 'messages']);
  });

  it('of a selector is its prompt with the conversation in it', () => {
    const view: RequestView = {
      kind: 'selector',
      scope: '',
      innerTeams: [],
      prompt: '{roles} {participants} {history}',
      fields: { roles: 'writer: writes', participants: "['writer']" },
      role: 'system',
    };
    const entries = [entry(0, 'user', 'Go\n'), reply(1, 'writer', 'One')];
    const { messages } = expandViewOutline(outlineOf({ view, slices: whole(2) }), entries, null);
    expect(messages).toEqual([
      { role: 'system', content: "writer: writes ['writer'] user: Go\n\n\nwriter: One\n\n" },
    ]);
  });

  it('of a manager has its own messages as the assistant’s, images as images', () => {
    const view: RequestView = {
      kind: 'manager',
      scope: '',
      innerTeams: ['experts'],
      manager: 'orchestrator',
    };
    const parts = [{ kind: 'text' as const, text: 'See' }];
    const entries = [
      entry(0, 'user', 'See', { type: 'MultiModalMessage', body: { kind: 'multimodal', parts } }),
      entry(1, 'orchestrator', 'Write'),
      reply(2, 'chemist', 'H2O', { scope: 'experts' }),
    ];
    expect(viewOf(view, entries)).toEqual([
      { role: 'user', source: 'user', content: parts },
      { role: 'assistant', source: 'orchestrator', content: 'Write' },
      { role: 'user', source: 'chemist', content: 'H2O' },
    ]);
  });

  it('for a society is all that its team has said, without its task and without what travels with handoffs', () => {
    const view: RequestView = { kind: 'inner_run', scope: 'society~3' };
    const handoff = {
      kind: 'handoff' as const,
      target: 'b',
      context: [{ kind: 'assistant_text' as const, source: 'a', content: 'Hidden' }],
    };
    const entries = [
      entry(0, 'user', 'Go'),
      entry(1, 'user', '', { scope: 'society~3', copied: true, body: { kind: 'task', messages: [] } }),
      reply(2, 'a', 'Over', { scope: 'society~3', type: 'HandoffMessage', body: handoff }),
      reply(3, 'b', 'Done', { scope: 'society~3' }),
      reply(4, 'b', 'Another time', { scope: 'society~7' }),
    ];
    expect(viewOf(view, entries)).toEqual([
      { role: 'user', source: 'a', content: 'Over' },
      { role: 'user', source: 'b', content: 'Done' },
    ]);
  });
});

describe('an outline', () => {
  const anyEntry = fc.record({
    source: fc.constantFrom('user', 'writer', 'critic'),
    content: fc.string({ maxLength: 8 }),
    scope: fc.constantFrom('', '', 'experts'),
    turn: fc.nat({ max: 4 }),
    type: fc.constantFrom('TextMessage' as const, 'ThoughtEvent' as const),
    resets: fc.oneof(
      { weight: 9, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
    isOwn: fc.boolean(),
  });
  const anyTranscript: fc.Arbitrary<TranscriptEntry[]> = fc
    .array(anyEntry, { minLength: 1, maxLength: 20 })
    .map((drawn) =>
      drawn.map(({ isOwn, ...fields }, seq) =>
        entry(seq, fields.source, fields.content, { ...fields, readBefore: isOwn ? seq : null }),
      ),
    );

  it('gives the same request again though the transcript has grown meanwhile', () => {
    const context = { kind: 'head_and_tail', head: 2, tail: 3 } as const;
    fc.assert(
      fc.property(anyTranscript, fc.nat(), fc.nat(), (entries, at, reads) => {
        const then = entries.slice(0, 1 + (at % entries.length));
        const view: RequestView = {
          kind: 'agent',
          viewer: { ...viewer, readBefore: reads % 25, innerTeams: ['experts'] },
        };
        const limits = { countTokens: () => 0, windowTokens: 0 };
        const slices = contextSlices(context, viewOf(view, then), limits);
        const asOf = Math.max(...then.map(({ position }) => position));
        const outline = outlineOf({ view, slices, asOf });
        expect(expandViewOutline(outline, entries, null)).toEqual(expandViewOutline(outline, then, null));
      }),
    );
  });

  it('of before there were tables of names is what it was then', () => {
    const call = { id: 'c', name: 'fs.read', arguments: '{}' };
    const calls: LlmMessage = { role: 'assistant_calls', source: 'writer', calls: [call], thought: null };
    const stored = outlineOf({ after: [{ ...said('Go'), source: '规划' } as LlmMessage, calls] });
    expect(expandViewOutline(stored, [], null).messages).toMatchObject([
      { name: '__' },
      { tool_calls: [{ function: { name: 'fs.read' } }] },
    ]);
    const names = { tools: { 'fs.read': 'fs_read' }, speakers: { 规划: '_74cdee12' } };
    expect(expandViewOutline({ ...stored, names }, [], null).messages).toMatchObject([
      { name: '_74cdee12' },
      { tool_calls: [{ function: { name: 'fs_read' } }] },
    ]);
  });

  it('survives being stored', () => {
    const outline = outlineOf({ view: agent, slices: whole(1), tools: { sha256: 'x', choice: 'auto' } });
    const stored = JSON.parse(JSON.stringify(outline)) as ViewOutline;
    const entries = [entry(0, 'user', 'Go')];
    expect(JSON.stringify(expandViewOutline(stored, entries, []))).toBe(
      JSON.stringify(expandViewOutline(outline, entries, [])),
    );
  });
});
