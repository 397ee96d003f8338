import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { containsPattern } from '../app/data/conversations/containsPattern.ts';
import { findByText } from '../app/data/conversations/findByText.server.ts';
import { addConversation, addMessage } from './support/conversationRows.ts';
import { type DataWorld, openDataWorld, type TestProject } from './support/dataWorld.ts';

let world: DataWorld;
let project: TestProject;

beforeAll(async () => {
  world = await openDataWorld();
  project = await world.addProject();
});
afterAll(async () => {
  await world.close();
});

async function withMessage(content: string): Promise<string> {
  const id = await addConversation(world.database, project);
  await addMessage(world.database, project, id, { seq: 0, content });
  return id;
}

const find = (search: string) => findByText(world.database, project.scope.projectId, search);

describe('findByText', () => {
  it('finds words of two or more characters, in any case, in titles and messages', async () => {
    const message = await withMessage('请审阅AI报告：Ünïcode、Straße, 100%_sure, C:\\temp 🙂👍.');
    const title = await addConversation(world.database, project, { title: '季度 Quarterly 计划' });
    for (const part of [
      '审阅',
      '报告',
      'ai报',
      'AI报告',
      'NïC',
      'straß',
      '100%_S',
      ':\\t',
      '🙂👍',
      'sure, c',
    ]) {
      expect([part, await find(part)]).toEqual([part, [message]]);
    }
    expect(await find('季度')).toEqual([title]);
    expect(await find('quarter')).toEqual([title]);
    expect(await find('阅审')).toEqual([]);
    expect(await find('100_%s')).toEqual([]);
  });

  it('leaves what the index does not know to a scan: one character, two of an alphabet', async () => {
    expect(await find('审')).toBeNull();
    expect(await find('ai')).toBeNull();
    expect(await find('%')).toBeNull();
  });

  it('finds the end of a long message, too', async () => {
    const id = await withMessage(`${'很长 and long '.repeat(3_000)}THE-VERY-END 终点`);
    expect(await find('the-very-end')).toEqual([id]);
    expect(await find('终点')).toEqual([id]);
  });

  it('finds nothing that is superseded or belongs to another project', async () => {
    const id = await addConversation(world.database, project);
    await addMessage(world.database, project, id, {
      seq: 0,
      content: 'a superseded remark',
      supersededAt: new Date(),
    });
    expect(await find('superseded remark')).toEqual([]);
    const stranger = await world.addProject();
    const message = await withMessage('a remark of one project');
    expect(await find('remark of one')).toEqual([message]);
    expect(await findByText(world.database, stranger.scope.projectId, 'remark of one')).toEqual([]);
  });

  it('finds what ILIKE finds', async () => {
    const letter = fc.constantFrom('a', 'B', 'É', 'ж', '%', '_', '\\', ' ', '中', '文', '、', '🙂');
    const texts = fc.array(
      fc.array(letter, { maxLength: 12 }).map((letters) => letters.join('')),
      { minLength: 1, maxLength: 4 },
    );
    const wanted = fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => letters.join(''));
    await fc.assert(
      fc.asyncProperty(texts, wanted, async (contents, search) => {
        const mark = randomUUID();
        const own = await world.addProject();
        for (const content of contents) {
          const id = await addConversation(world.database, own, { title: mark });
          await addMessage(world.database, own, id, { seq: 0, content });
        }
        const { projectId } = own.scope;
        const expected = await world.database.$queryRaw<{ id: string }[]>`
          SELECT conversation_id AS id FROM message
          WHERE project_id = ${projectId}::uuid AND content ILIKE ${containsPattern(search)}`;
        const found = await findByText(world.database, projectId, search);
        if (found !== null) expect(new Set(found)).toEqual(new Set(expected.map(({ id }) => id)));
      }),
      { numRuns: 40 },
    );
  });

  it('leaves many matches to a scan', async () => {
    const own = await world.addProject();
    const id = await addConversation(world.database, own);
    await world.database.$executeRaw`
      INSERT INTO message (id, project_id, conversation_id, seq, turn, source, type, content, written_by, revision)
      SELECT gen_random_uuid(), ${own.scope.projectId}::uuid, ${id}::uuid, seq, seq, 'writer', 'TextMessage', 'everywhere',
             'test', 1
      FROM generate_series(0, 20000) seq`;
    expect(await findByText(world.database, own.scope.projectId, 'everywhere')).toBeNull();
    expect(await findByText(world.database, project.scope.projectId, 'everywhere')).toEqual([]);
  });
});
