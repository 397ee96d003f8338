import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LlmMessage } from '../request/llmMessage.ts';
import { onWire, ownNamesIn, toolMeant, wireNamesFor, wireTable, withWireNames } from './wireNames.ts';

const TAKEN_BY_PROVIDERS = /^[a-zA-Z0-9_-]{1,64}$/;
const wires = (names: readonly string[]) => names.map((name) => onWire(name, wireTable(names)));

/** Names as they come: of any script, of MCP servers, too long, nearly alike. */
const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    '规划',
    '分析',
    'prüfer',
    'pru\u0308fer',
    'pr_fer',
    'a.b',
    'a/b',
    'a_b',
    'A_b',
    '__',
    '',
    ' ',
  ),
  fc.constantFrom('x'.repeat(64), 'x'.repeat(65), `${'x'.repeat(64)}.y`, '__proto__', 'constructor'),
  fc.string({ unit: fc.constantFrom('a', '.', '/', '_', 'ü', '规'), minLength: 1, maxLength: 4 }),
);
const nameList = fc.uniqueArray(name, { maxLength: 12 });

describe('names on the wire', () => {
  it('are what they are where providers take them', () => {
    const names = ['writer', 'look_up', 'a-b', 'transfer_to_sales', 'x'.repeat(64), '__proto__'];
    expect(wires(names)).toEqual(names);
    expect(wireTable(names)).toEqual({});
  });

  it('are AutoGen’s where ASCII alone is left out', () => {
    expect(wires(['github.search', 'fs/read', 'the critic'])).toEqual([
      'github_search',
      'fs_read',
      'the_critic',
    ]);
  });

  it.each([
    [['规划', '分析']],
    [['prüfer', 'pröfer', 'prufer']],
    [['a.b', 'a/b', 'a_b']],
    [[`${'x'.repeat(64)}1`, `${'x'.repeat(64)}2`, 'x'.repeat(64)]],
    [['transfer_to_规划', 'transfer_to_分析', 'transfer_to__']],
    [['ﬁx', 'fix']],
  ])('are apart: %j', (names) => {
    expect(new Set(wires(names)).size).toBe(names.length);
  });

  it('keep what can be read of a name', () => {
    expect(wires(['prüfer'])[0]).toMatch(/^prufer_[0-9a-f]{8}$/);
    expect(wires(['transfer_to_规划'])[0]).toMatch(/^transfer_to_[0-9a-f]{8}$/);
    expect(wires(['规划'])[0]).toMatch(/^_[0-9a-f]{8}$/);
  });

  it('stay what they were: outlines and caches of prompts count on it', () => {
    expect(wires(['规划', '分析', 'prüfer'])).toMatchInlineSnapshot(`
     [
       "_74cdee12",
       "_c307ce7c",
       "prufer_fdca24ba",
     ]
    `);
  });

  it('make way for a name that is what another would be', () => {
    const [other = ''] = wires(['规划']);
    expect(new Set(wires(['规划', other])).size).toBe(2);
    expect(onWire(other, wireTable(['规划', other]))).toBe(other);
  });

  it('are taken, apart and the same in any order, whatever the names', () => {
    fc.assert(
      fc.property(nameList, (names) => {
        const table = wireTable(names);
        const sent = names.map((each) => onWire(each, table));
        for (const each of sent) expect(each).toMatch(TAKEN_BY_PROVIDERS);
        expect(new Set(sent).size).toBe(names.length);
        expect(wireTable([...names].reverse())).toEqual(table);
      }),
    );
  });

  it('of one who is not in the table are taken, too', () => {
    fc.assert(fc.property(name, (each) => expect(onWire(each, {})).toMatch(TAKEN_BY_PROVIDERS)));
  });
});

describe('a name that a model says', () => {
  it('means the tool that was offered by it', () => {
    fc.assert(
      fc.property(nameList, (names) => {
        const table = wireTable(names);
        for (const each of names) expect(toolMeant(onWire(each, table), names)).toBe(each);
      }),
    );
  });

  it.each([
    ['its own spelling', 'transfer_to_规划', ['transfer_to_规划', 'transfer_to_分析'], 'transfer_to_规划'],
    ['AutoGen’s spelling', 'fs_read', ['fs.read', 'fs.write'], 'fs.read'],
    ['another form of its letters', 'pru\u0308fen', ['prüfen'], 'prüfen'],
    ['full width', 'ａｄｄ', ['add'], 'add'],
  ])('means a tool by %s', (_how, said, tools, meant) => {
    expect(toolMeant(said, tools)).toBe(meant);
  });

  it.each([
    ['nothing like it', 'look up!', ['search'], 'look_up_'],
    ['two that it may be', 'a_b', ['a.b', 'a/b'], 'a_b'],
    ['what is left of two other names', '__', ['规划', '分析'], '__'],
    ['letters of another script', '转移', ['规划'], '转移'],
    ['no name at all', '', ['规划'], ''],
  ])('is made up: %s', (_how, said, tools, kept) => {
    const meant = toolMeant(said, tools);
    expect(tools).not.toContain(meant);
    expect(meant).toBe(kept);
  });
});

describe('what a model has written', () => {
  const names = wireNamesFor(
    ['支付', 'fs.read', 'a"b/支'],
    [
      { role: 'user', source: '规划', content: '' },
      { role: 'user', source: 'prüfer', content: '' },
    ],
  );

  it('names others as they are spelled here', () => {
    const text = `${names.speakers['规划'] ?? ''}和${names.speakers['prüfer'] ?? ''}: call ${names.tools['支付'] ?? ''}.`;
    expect(ownNamesIn(text, names)).toBe('规划和prüfer: call 支付.');
  });

  it('is otherwise as it was', () => {
    const text = `fs_read x${names.speakers['规划'] ?? ''} ${names.tools['a"b/支'] ?? ''}`;
    expect(ownNamesIn(text, names)).toBe(text);
    expect(ownNamesIn(text, undefined)).toBe(text);
  });

  it('is otherwise as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => expect(ownNamesIn(text, names)).toBe(text)),
    );
  });
});

describe('messages with names as they stand on the wire', () => {
  const call = { id: 'c', name: 'fs.read', arguments: '{}' };
  const messages: LlmMessage[] = [
    { role: 'user', source: '规划', content: 'Go.' },
    { role: 'assistant_calls', source: 'prüfer', calls: [call, { ...call, name: 'made_up' }], thought: null },
    { role: 'results', results: [{ callId: 'c', name: 'fs.read', content: 'x', isError: false }] },
  ];

  it('name speakers, calls and results by one table each', () => {
    const names = wireNamesFor(['fs.read'], messages);
    expect(names).toEqual({ tools: { 'fs.read': 'fs_read' }, speakers: { 规划: expect.any(String) } });
    expect(withWireNames(messages, names)).toMatchObject([
      { source: '规划', name: names.speakers['规划'] },
      { calls: [{ name: 'fs_read' }, { name: 'made_up' }] },
      { results: [{ name: 'fs_read' }] },
    ]);
  });
});
