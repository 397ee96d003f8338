import { describe, expect, it } from '@jest/globals';
import { entry, reply } from '../../../test/support/entries.ts';
import type { TranscriptEntry } from '../transcript/entry.ts';
import { unpackTasks } from '../transcript/unpackTasks.ts';
import { agentView, heardInTeam, newlyHeard, type Viewer } from './agentView.ts';
import type { LlmMessage } from './llmMessage.ts';

function viewer(changes: Partial<Viewer> = {}): Viewer {
  return { agent: 'writer', scope: '', turn: 99, readBefore: 99, filter: null, innerTeams: [], ...changes };
}

/** A view in a line each. */
function lines(view: readonly LlmMessage[]): string[] {
  return view.map((message) => {
    switch (message.role) {
      case 'user':
        return `${message.source}: ${typeof message.content === 'string' ? message.content : 'parts'}`;
      case 'assistant':
        return `I: ${message.content}`;
      case 'assistant_calls':
        return `I call ${message.calls.map(({ name }) => name).join(', ')}`;
      case 'results':
        return `got ${message.results.map(({ content }) => content).join(', ')}`;
      case 'system':
        return `system: ${message.content}`;
    }
  });
}

const seen = (entries: TranscriptEntry[], changes: Partial<Viewer> = {}) =>
  lines(agentView(unpackTasks(entries), viewer(changes)));

const calls = [{ id: 'c1', name: 'look_up', arguments: '{}' }];
const results = [{ callId: 'c1', name: 'look_up', content: 'sunny', isError: false }];

describe('what an agent sees', () => {
  it('its own messages are the assistant’s, all others’ are users’ with their names', () => {
    const entries = [entry(0, 'user', 'Go'), reply(1, 'writer', 'One'), reply(2, 'critic', 'Two')];
    expect(seen(entries)).toEqual(['user: Go', 'I: One', 'critic: Two']);
  });

  it('what its context begins with, until an orchestrator lets all begin anew', () => {
    const initial = [{ role: 'user', source: 'editor', content: 'We met before.' } as const];
    const entries = [entry(0, 'user', 'Go'), reply(1, 'critic', 'Two')];
    expect(seen(entries, { initial })).toEqual(['editor: We met before.', 'user: Go', 'critic: Two']);
    const anew = [...entries, entry(2, 'orchestrator', 'The plan', { resets: true })];
    expect(seen(anew, { initial })).toEqual(['orchestrator: The plan']);
  });

  it('its calls, what they gave, and nothing that was made of them', () => {
    const entries = [
      entry(0, 'user', 'Weather?'),
      reply(1, 'writer', '', {
        type: 'ToolCallRequestEvent',
        body: { kind: 'tool_calls', calls },
        thought: 'Hm',
        turn: 0,
      }),
      reply(2, 'writer', '', {
        type: 'ToolCallExecutionEvent',
        body: { kind: 'tool_results', results },
        readBefore: 1,
        turn: 0,
      }),
      reply(3, 'writer', 'sunny', {
        type: 'ToolCallSummaryMessage',
        body: { kind: 'tool_summary', calls, results },
        readBefore: 1,
        turn: 0,
      }),
    ];
    expect(agentView(entries, viewer()).slice(1)).toEqual([
      { role: 'assistant_calls', source: 'writer', calls, thought: 'Hm' },
      { role: 'results', results },
    ]);
    expect(seen(entries, { agent: 'critic' })).toEqual(['user: Weather?', 'writer: sunny']);
  });

  it('a structured message of its own as its model wrote it, another’s as compact JSON', () => {
    const body = {
      kind: 'structured',
      value: { a: 1 },
      formatString: 'A: {a}',
      raw: '{ "a": 1 }',
      json: '{"a":1}',
    } as const;
    const entries = [
      reply(1, 'writer', 'A: 1', { type: 'StructuredMessage', body: { ...body, value: { a: 1 } } }),
    ];
    expect(seen(entries)).toEqual(['I: { "a": 1 }']);
    expect(seen(entries, { agent: 'critic' })).toEqual(['writer: {"a":1}']);
  });

  it('what its memory said, before what it said itself in that turn', () => {
    const memories = [[{ content: 'Likes blue', mimeType: 'text/plain' }]];
    expect(seen([entry(0, 'user', 'Go'), reply(1, 'writer', 'One', { memories })])).toEqual([
      'user: Go',
      'system: \nRelevant memory content (in chronological order):\n1. Likes blue\n',
      'I: One',
    ]);
  });

  it('what came of its code as AutoGen’s executor is shown it', () => {
    const entries = [
      reply(1, 'writer', '```python\nx\n```', {
        type: 'CodeGenerationEvent',
        body: { kind: 'code', retryAttempt: 0, blocks: [] },
      }),
      reply(2, 'writer', 'NameError', {
        type: 'CodeExecutionEvent',
        body: { kind: 'code_result', retryAttempt: 0, exitCode: 1 },
        turn: 1,
        readBefore: 1,
      }),
    ];
    expect(seen(entries)).toEqual(['I: ```python\nx\n```', 'writer: NameError']);
    expect(seen(entries, { agent: 'critic' })).toEqual([]);
  });

  it('with a handoff, what travels with it: to whom it is handed, and to all who hear it', () => {
    const context = [
      { kind: 'assistant_calls', source: 'triage', calls, thought: null },
      { kind: 'results', results },
    ] as const;
    const body = { kind: 'handoff', target: 'writer', context: [...context] } as const;
    const handoff = reply(1, 'triage', 'Over to you', {
      type: 'HandoffMessage',
      body: { ...body, context: [...context] },
    });
    expect(seen([handoff])).toEqual(['I call look_up', 'got sunny', 'triage: Over to you']);
    expect(seen([handoff], { agent: 'triage' })).toEqual([]);
  });

  it('no events of others', () => {
    const entries = [
      entry(0, 'manager', '', {
        type: 'SelectSpeakerEvent',
        body: { kind: 'speakers', speakers: ['writer'] },
      }),
      reply(1, 'critic', 'Hm', { type: 'ThoughtEvent' }),
    ];
    expect(seen(entries)).toEqual([]);
  });
});

describe('the order of what an agent sees', () => {
  it('what the others said since its last turn comes in one batch before its own', () => {
    const entries = [
      entry(0, 'user', 'Go'),
      reply(1, 'writer', 'One'),
      reply(2, 'critic', 'Two'),
      entry(3, 'user', 'Shorter'),
      reply(4, 'writer', 'Three'),
    ];
    expect(seen(entries)).toEqual(['user: Go', 'I: One', 'critic: Two', 'user: Shorter', 'I: Three']);
  });

  it('what a sibling says during its turn comes after its own reply, wherever it stands', () => {
    // Both began when one message stood there; the sibling was done first.
    const sibling = reply(2, 'critic', 'Two', { turn: 0, readBefore: 1, position: 2 });
    const own = reply(1, 'writer', 'One', { turn: 0, readBefore: 1, position: 3 });
    expect(seen([entry(0, 'user', 'Go'), sibling, own])).toEqual(['user: Go', 'I: One', 'critic: Two']);
    expect(seen([entry(0, 'user', 'Go'), sibling, own], { agent: 'critic' })).toEqual([
      'user: Go',
      'I: Two',
      'writer: One',
    ]);
  });

  it('while it works it sees nothing new, until a person has sent its draft back', () => {
    const entries = [entry(0, 'user', 'Go'), entry(2, 'user', 'Posted meanwhile')];
    expect(seen(entries, { turn: 0, readBefore: 1 })).toEqual(['user: Go']);
    expect(seen(entries, { turn: 0, readBefore: 3 })).toEqual(['user: Go', 'user: Posted meanwhile']);
  });

  it('its turns in inner teams are told apart by the team', () => {
    const entries = [reply(1, 'writer', 'Outside'), reply(2, 'writer', 'Inside', { scope: 'experts' })];
    expect(seen(entries)).toEqual(['I: Outside']);
    expect(seen(entries, { scope: 'experts' })).toEqual(['I: Inside']);
  });
});

describe('a message filter', () => {
  const entries = [
    entry(0, 'user', 'u0'),
    entry(1, 'critic', 'c1'),
    entry(2, 'critic', 'c2'),
    reply(3, 'writer', 'w3'),
    entry(4, 'critic', 'c4'),
    entry(5, 'critic', 'c5'),
    entry(6, 'user', 'u6'),
  ];
  const filter = (position: 'first' | 'last' | null, count: number | null) => ({
    perSource: [
      { source: 'critic', position, count },
      { source: 'user', position: 'first' as const, count: 1 },
    ],
  });

  it('is laid on each batch by itself, source by source in its own order', () => {
    expect(seen(entries, { filter: filter('last', 1) })).toEqual([
      'critic: c2',
      'user: u0',
      'I: w3',
      'critic: c5',
      'user: u6',
    ]);
    expect(seen(entries, { filter: filter('first', 1) })).toEqual([
      'critic: c1',
      'user: u0',
      'I: w3',
      'critic: c4',
      'user: u6',
    ]);
  });

  it.each([
    [null, 1],
    ['last', null],
    ['first', 0],
  ] as const)('takes all where it says no number (%s, %s)', (position, count) => {
    expect(seen(entries, { filter: filter(position, count) }).slice(0, 2)).toEqual([
      'critic: c1',
      'critic: c2',
    ]);
  });

  it('drops sources that it does not name', () => {
    expect(seen(entries, { filter: { perSource: [] } })).toEqual(['I: w3']);
  });
});

describe('a plan that all begin anew with', () => {
  it('hides what was said before it, in its own team only', () => {
    const entries = [
      entry(0, 'user', 'Go'),
      reply(1, 'writer', 'Old'),
      entry(2, 'orchestrator', 'Plan', { resets: true }),
      reply(3, 'critic', 'New'),
    ];
    expect(seen(entries)).toEqual(['orchestrator: Plan', 'critic: New']);
    const elsewhere = entries.map((each) => (each.resets ? { ...each, scope: 'inner' } : each));
    expect(seen(elsewhere)).toEqual(['user: Go', 'I: Old', 'critic: New']);
  });
});

describe('an inner team', () => {
  const task = entry(1, 'user', '', {
    scope: 'experts',
    copied: true,
    readBefore: 1,
    body: {
      kind: 'task',
      messages: [
        { type: 'TextMessage', source: 'user', content: 'Go', body: null },
        { type: 'TextMessage', source: 'critic', content: 'Mind it', body: null },
      ],
    },
  });
  const entries = [
    entry(0, 'user', 'Go'),
    task,
    reply(2, 'chemist', 'H2O', { scope: 'experts' }),
    reply(3, 'assistant', 'Deep', { scope: 'experts/chemist.lab' }),
  ];

  it('that takes turns is heard by those around it: what its members say, not the task that they said themselves', () => {
    expect(seen(entries, { innerTeams: ['experts'] })).toEqual([
      'user: Go',
      'chemist: H2O',
      'assistant: Deep',
    ]);
    expect(
      heardInTeam(unpackTasks(entries), { scope: '', innerTeams: ['experts'] }).map(({ seq }) => seq),
    ).toEqual([0, 2, 3]);
  });

  it('that works behind a tool or in a society is not', () => {
    expect(seen(entries)).toEqual(['user: Go']);
  });

  it('reads its task as the messages that it is made of', () => {
    expect(seen(entries, { scope: 'experts', agent: 'physicist' })).toEqual([
      'user: Go',
      'critic: Mind it',
      'chemist: H2O',
    ]);
  });

  it('is not heard by a team whose name begins as its own does', () => {
    expect(seen([reply(1, 'x', 'Hi', { scope: 'experts2' })], { innerTeams: ['experts'] })).toEqual([]);
  });
});

describe('what is new to an agent', () => {
  it('is what came since it last began a turn, without what came while it works', () => {
    const entries = [
      entry(0, 'user', 'Go'),
      reply(1, 'writer', 'One', { turn: 0 }),
      reply(2, 'critic', 'Two', { turn: 0, readBefore: 1 }),
      entry(3, 'user', 'Three'),
      entry(5, 'user', 'Later'),
    ];
    expect(newlyHeard(entries, viewer({ turn: 4, readBefore: 4 })).map(({ seq }) => seq)).toEqual([2, 3]);
  });
});
