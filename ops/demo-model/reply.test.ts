import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { readProposedChanges } from '../../workflows/contracts/memoryChanges.ts';
import type { Json } from '../../workflows/domain/json.ts';
import { writerMessages } from '../../workflows/domain/memory/writerRequest.ts';
import { plausible } from './plays/plausible.ts';
import { replyTo } from './reply.ts';
import { chatRequestSchema } from './wire.ts';

const reply = (request: object) => replyTo(chatRequestSchema.parse({ model: 'demo', ...request }));
const user = (content: string, name = 'user') => ({ role: 'user', name, content });
const tool = (name: string, description = '', parameters: object = { type: 'object', properties: {} }) => ({
  type: 'function',
  function: { name, description, parameters },
});

describe('the request to keep a team’s memory', () => {
  const kept = (said: string) => {
    const messages = writerMessages(new Map(), [
      { seq: 3, source: 'user', content: said, isResult: false },
      { seq: 4, source: 'writer', content: 'I like rain.', isResult: false },
    ]).map((message) => ({ ...message, name: 'user' }));
    return readProposedChanges(reply({ messages }).text);
  };

  it('is answered with what a person said of how things are to be done, and with nothing else', () => {
    expect(kept('Write a poem. I prefer short lines.')).toEqual([
      {
        op: 'add',
        entries: [],
        kind: 'preferred',
        text: 'The user says: I prefer short lines.',
        message: 3,
        quote: 'I prefer short lines.',
      },
    ]);
    expect(kept('Write a poem.')).toEqual([]);
  });
});

describe('a selector', () => {
  const prompt = (history: string, names: string) =>
    `You lead a desk.\nplanner: Plans.\nwriter: Writes.\n\nThe work so far:\n${history}\n\nChoose from ${names}. One name.`;

  it.each([
    ['', "['planner', 'writer']", 'planner'],
    ['user: Go\n\nplanner: A plan', "['planner', 'writer']", 'writer'],
    ['planner: A plan\n\nwriter: A text', "['planner', 'writer']", 'planner'],
    ['规划: A plan', "['规划', 'prüfer']", 'prüfer'],
  ])('is answered with the name of the participant who has spoken least', (history, names, next) => {
    expect(reply({ messages: [user(prompt(history, names))] })).toEqual({ text: next, toolCalls: [] });
  });

  it('that corrects an answer gets one from its newest list', () => {
    const messages = [
      { role: 'system', content: prompt('', "['planner', 'writer']") },
      { role: 'assistant', content: 'nobody' },
      user("No valid name was mentioned. Please select from: ['writer']."),
    ];
    expect(reply({ messages }).text).toBe('writer');
  });
});

describe('tools', () => {
  const search = tool('search_orders', 'Looks up an order by its number.', {
    type: 'object',
    properties: { order_id: { type: 'string' }, limit: { type: 'integer', maximum: 2 } },
    required: ['order_id', 'limit'],
  });
  const wipe = tool('delete_order', 'Deletes an order by its number.');
  const ask = user('Where is order A-1043?');

  it('of the team’s own get arguments that fit their schema, and destructive ones are avoided', () => {
    expect(reply({ messages: [ask], tools: [wipe, search] })).toEqual({
      text: '',
      toolCalls: [{ id: 'call_demo_1', name: 'search_orders', arguments: '{"order_id":"A-1043","limit":2}' }],
    });
  });

  it('have their results repeated, with the word that ends the work', () => {
    const { toolCalls } = reply({ messages: [ask], tools: [search] });
    const made = toolCalls.map(({ id, ...call }) => ({ id, type: 'function', function: call }));
    const messages = [
      { role: 'system', content: 'When done, say TERMINATE.' },
      ask,
      { role: 'assistant', content: null, tool_calls: made },
      { role: 'tool', tool_call_id: 'call_demo_1', content: 'On its way.' },
    ];
    const told = reply({ messages, tools: [search] });
    expect(told.toolCalls).toEqual([]);
    expect(told.text).toMatch(/search_orders[^]*> On its way\.[^]*TERMINATE/);
  });

  it('are not called if the request says so', () => {
    expect(reply({ messages: [ask], tools: [search], tool_choice: 'none' }).toolCalls).toEqual([]);
  });
});

test('a swarm’s agent hands over to the agent that fits the question, then to the person', () => {
  const tools = [
    tool('transfer_to_refunds', 'The customer wants money back.'),
    tool('transfer_to_deliveries', 'The request is about where an order is.'),
    tool('transfer_to_user', 'Ask the customer.'),
  ];
  const ask = user('I would like my money back.');
  expect(reply({ messages: [ask], tools }).toolCalls).toMatchObject([{ name: 'transfer_to_refunds' }]);
  const handedOver = user('Transferred to refunds, adopting the role of refunds immediately.', 'triage');
  const last = reply({
    messages: [ask, handedOver],
    tools: [tool('transfer_to_triage', 'Another.'), tools[2]],
  });
  expect(last).toMatchObject({
    text: expect.stringContaining('money back'),
    toolCalls: [{ name: 'transfer_to_user' }],
  });
});

test('a structured answer is JSON that fits its schema', () => {
  const schema = {
    type: 'object',
    properties: {
      mood: { enum: ['calm', 'tense'] },
      score: { type: 'number', minimum: 7, maximum: 9 },
      tags: { type: 'array', items: { $ref: '#/$defs/Tag' } },
      note: { anyOf: [{ type: 'string', maxLength: 5 }, { type: 'null' }] },
    },
    required: ['mood', 'score', 'tags', 'note'],
    $defs: { Tag: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] } },
  };
  const format = { type: 'json_schema', json_schema: { name: 'Report', schema } };
  const { text } = reply({ messages: [user('How tense is it?')], response_format: format });
  const value = JSON.parse(text) as { mood: string; score: number; note: string };
  expect(value).toMatchObject({ mood: 'tense', tags: [{ name: expect.any(String) }] });
  expect(value.score).toBeGreaterThanOrEqual(7);
  expect(value.note.length).toBeLessThanOrEqual(5);
});

test('any schema gets a value, even one that makes no sense', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (schema, task) => {
      const root = schema as Json;
      expect(() => JSON.stringify(plausible(root, { task, root }))).not.toThrow();
    }),
  );
  const endless: Json = {
    $ref: '#/$defs/a',
    $defs: { a: { type: 'object', properties: { a: { $ref: '#/$defs/a' } } } },
  };
  expect(JSON.stringify(plausible(endless, { task: '', root: endless })).length).toBeLessThan(10_000);
});
