import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { hearStatements } from '../../../test/support/statements.ts';
import { addDocument } from '../../../web/test/support/knowledgeDocument.ts';
import type { SearchActivities, SearchRef } from '../../../workflows/contracts/knowledgeSearch.ts';
import { failureOf, openStage, type Stage } from '../../test/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const HOLIDAYS = 'Employees have thirty days of annual holiday.';

async function addSearch(question: string): Promise<SearchRef> {
  const { database, projectId } = stage;
  const collection = `handbook ${randomUUID()}`;
  await addDocument(database, projectId, {
    collection,
    title: 'Holidays',
    text: HOLIDAYS,
    passages: [{ from: 0, to: HOLIDAYS.length }],
  });
  const { id: searchId } = await database.knowledgeSearch.create({
    data: { projectId, createdBy: 'user-1', question, settings: { collections: [collection], count: 5 } },
  });
  return { projectId, searchId };
}

function run<Name extends keyof SearchActivities>(
  name: Name,
  input: Parameters<SearchActivities[Name]>[0],
  { attempt = 1 }: { attempt?: number } = {},
): Promise<unknown> {
  const environment = new MockActivityEnvironment(
    { activityId: '1', attempt },
    { logger: new DefaultLogger('ERROR', () => undefined) },
  );
  const activities = stage.activities as unknown as SearchActivities;
  return environment.run(activities[name] as (input: SearchRef) => Promise<unknown>, input);
}

const rowOf = ({ searchId }: SearchRef) =>
  stage.database.knowledgeSearch.findUniqueOrThrow({ where: { id: searchId } });

it('is answered once over all attempts, and what was found stays when its end comes late', async () => {
  const search = await addSearch(`How many days of holidays? ${randomUUID()}`);
  const before = stage.embeddings.requests.length;
  expect(await run('answerSearch', search)).toEqual({ passages: 1 });
  const answered = await rowOf(search);
  expect(answered).toMatchObject({ state: 'answered', words: ['days', 'holiday'] });
  expect(await run('answerSearch', search, { attempt: 2 })).toEqual({ passages: 1 });
  await run('failSearch', { ...search, failure: { type: 'step_timed_out', message: 'Too late' } });
  expect(await rowOf(search)).toEqual(answered);
  expect(stage.embeddings.requests).toHaveLength(before + 1);
});

it('keeps why nothing could be looked up, for its project alone', async () => {
  const search = await addSearch('Why?');
  const failure = { type: 'model_unauthorized', message: 'Bad \0 key', details: { words: 'No.' } };
  await run('failSearch', { ...search, projectId: randomUUID(), failure });
  expect(await rowOf(search)).toMatchObject({ state: 'open' });
  await run('failSearch', { ...search, failure });
  expect(await rowOf(search)).toMatchObject({
    state: 'failed',
    failure: { type: 'model_unauthorized', message: 'Bad \uFFFD key', details: { words: 'No.' } },
  });
});

it('is refused for good where a collection has gone, and given up after a few attempts where the model is away', async () => {
  const search = await addSearch('Why?');
  await stage.database.knowledgeSearch.update({
    where: { id: search.searchId },
    data: { settings: { collections: ['gone'], count: 5 } },
  });
  expect(await failureOf(run('answerSearch', search))).toMatchObject({
    type: 'knowledge_refused',
    nonRetryable: true,
  });
  const other = await addSearch(`What is away? ${randomUUID()}`);
  stage.embeddings.script(
    () => 'cut',
    () => 'cut',
  );
  expect(await failureOf(run('answerSearch', other))).toMatchObject({ nonRetryable: false });
  expect(await failureOf(run('answerSearch', other, { attempt: 3 }))).toMatchObject({
    type: 'model_attempts_exhausted',
    nonRetryable: true,
  });
});

it('says in each statement which project it is of', async () => {
  const statements = hearStatements(stage.database.$pool);
  const search = await addSearch(`Where? ${randomUUID()}`);
  statements.clear();
  await run('answerSearch', search);
  await run('failSearch', { ...search, failure: { type: 'unexpected_error', message: '' } });
  const about = [...statements].filter((text) => /knowledge_search|embedding_call/.test(text));
  expect(about.length).toBeGreaterThan(3);
  expect(about.filter((text) => !/project_id/.test(text))).toEqual([]);
});
