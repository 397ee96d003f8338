import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { answerTo } from './answer.ts';
import { roleFor } from './roles/registry.ts';
import { readSituation } from './situation.ts';
import type { ChatMessage } from './wire.ts';
import { tokenise } from './wire.ts';

const task: ChatMessage = {
  role: 'user',
  name: 'user',
  content: 'Write a short poem about lighthouse keepers.',
};
const system = (content: string): ChatMessage => ({ role: 'system', content });
const said = (name: string, content: string): ChatMessage => ({ role: 'user', name, content });
const own = (content: string): ChatMessage => ({ role: 'assistant', content });

test.each([
  ['You are a writer. An editor will revise your drafts.', 'writer'],
  ['You are a critic: review what the writer writes.', 'reviewer'],
  ['You are a planner.', 'planner'],
  ['You research the facts.', 'researcher'],
  ['You are an analyst who weighs what the researcher finds.', 'analyst'],
  ["You edit the writer's drafts.", 'editor'],
  ['You work at the help desk.', 'support agent'],
  ['You are a helpful AI assistant.', 'assistant'],
])('%s', (instructions, role) => {
  expect(roleFor(readSituation([system(instructions), task])).name).toBe(role);
});

test('a writer names the subject of the task, and takes feedback into account', () => {
  const writer = system('You are a writer.');
  const draft = answerTo([writer, task]);
  expect(draft).toContain('poem about lighthouse keepers');
  const again = answerTo([writer, task, own(draft), said('reviewer', 'Mention the winter storms, please.')]);
  expect(again).toContain('Mention the winter storms, please');
  expect(again).not.toBe(draft);
});

test('a reviewer objects at first and approves at its second look', () => {
  const critic = system('You are a critic. Reply with APPROVE when nothing is left to better.');
  const first = answerTo([critic, task, said('writer', 'A poem.')]);
  expect(first).not.toContain('APPROVE');
  const second = answerTo([
    critic,
    task,
    said('writer', 'A poem.'),
    own(first),
    said('writer', 'A new poem.'),
  ]);
  expect(second).toContain('APPROVE');
});

test("a reviewer's closing word is the one that its instructions name", () => {
  const critic = system('You are a critic. Say FINISHED when all is well.');
  expect(answerTo([critic, task, own('Not yet.'), said('writer', 'Better?')])).toContain('FINISHED');
});

test('nobody repeats the closing word of another', () => {
  const writer = system('You are a writer.');
  const answer = answerTo([
    writer,
    task,
    own('A draft'),
    said('critic', 'I like what I see here.\n\nAPPROVE'),
  ]);
  expect(answer).not.toContain('APPROVE');
});

test('the same conversation gets the same answer, whatever was asked before', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (instructions, words) => {
      const messages = [system(instructions), { ...task, content: words }];
      const answer = answerTo(messages);
      expect(answer.length).toBeGreaterThan(20);
      expect(answerTo(messages)).toBe(answer);
    }),
  );
});

test('tokens joined are the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => tokenise(text).join('') === text));
});
