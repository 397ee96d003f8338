import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '../../workflows/domain/json.ts';
import { plausible } from './plays/plausible.ts';
import { replyTo } from './reply.ts';
import { chatRequestSchema } from './wire.ts';

const reply = (request: object) => replyTo(chatRequestSchema.parse({ model: 'demo', ...request }));
const user = (content: string, name = 'user') => ({ role: 'user', name, content });
const tool = (name: string, description = '', parameters: object = { type: 'object', properties: {} }) => ({
  type: 'function',
  function: { name, description, parameters },
});

describe('a selector', () => {
  const prompt = (history: string, names: string) =>
    `You lead a desk.\nplanner: Plans.\nwriter: Writes.\n\nThe work so far:\n${history}\n\nChoose from ${names}. One name.`;

  it.each([
    ['', "['planner', 'writer']", 'planner'],
    ['user: Go\n\nplanner: A plan', "['planner', 'writer']", 'writer'],
    ['planner: A plan\n\nwriter: A text', "['planner', 'writer']", 'planner'],
    ['规划: A plan', "['规划', 'prüfer']", 'prüfer'],
  ])('is answered with the name of who has spoken least', (history, names, next) => {
    expect(reply({ messages: [user(prompt(history, names))] })).toEqual({ text: next, toolCalls: [] });
  });

  it('that corrects is answered from its last list', () => {
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

  it('of one’s own are called with arguments of their schema, and rather not where they destroy', () => {
    expect(reply({ messages: [ask], tools: [wipe, search] })).toEqual({
      text: '',
      toolCalls: [{ id: 'call_demo_1', name: 'search_orders', arguments: '{"order_id":"A-1043","limit":2}' }],
    });
  });

  it('have what they said told, with the word that ends the work', () => {
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

  it('are not called where the request says so', () => {
    expect(reply({ messages: [ask], tools: [search], tool_choice: 'none' }).toolCalls).toEqual([]);
  });
});

test('a swarm’s agent hands over to whom the question fits, then to the person', () => {
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

test('an answer of a shape is JSON of it', () => {
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

test('any schema has a value, also one that makes no sense', () => {
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
