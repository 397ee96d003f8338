import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { transcriptFile } from '../app/data/messages/transcriptFile.server.ts';
import { addConversation, addMessage } from './support/conversationRows.ts';
import { type DataWorld, openDataWorld } from './support/dataWorld.ts';

let world: DataWorld;
beforeAll(async () => {
  world = await openDataWorld();
});
afterAll(async () => {
  await world.close();
});

async function whole(pieces: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

test('a transcript is written completely, in order, as Markdown and as JSON', async () => {
  const project = await world.addProject();
  const id = await addConversation(world.database, project, { title: 'A poem' });
  const long = 'Rain. '.repeat(50_000);
  await addMessage(world.database, project, id, { seq: 0, content: 'Write a poem', source: 'user' });
  await addMessage(world.database, project, id, { seq: 1, content: long });
  await addMessage(world.database, project, id, { seq: 2, content: 'Gone', supersededAt: new Date() });
  const written = (format: 'markdown' | 'json') =>
    whole(transcriptFile(project.scope, { id, title: 'A poem' }, format));

  expect(await written('markdown')).toBe(
    `# A poem\n\n## user\n\nWrite a poem\n\n## writer\n\n${long.trim()}\n`,
  );
  expect(JSON.parse(await written('json'))).toMatchObject({
    id,
    title: 'A poem',
    messages: [
      { seq: 0, source: 'user', content: 'Write a poem' },
      { seq: 1, source: 'writer', content: long },
    ],
  });
  const stranger = await world.addProject();
  expect(await whole(transcriptFile(stranger.scope, { id, title: '' }, 'json'))).not.toContain('poem');
});
