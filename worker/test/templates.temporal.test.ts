import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDemoModel } from '../../ops/demo-model/server.ts';
import type { Outcome } from '../../workflows/domain/conversation/state.ts';
import { teamTemplates } from '../../workflows/domain/templates/teamTemplates.ts';
import { templateWords } from '../../workflows/domain/templates/templateWords.ts';
import { type Colloquy, startColloquy } from './colloquy.ts';
import { answer, openTask } from './people.ts';
import { callStatesOf, storyOf } from './transcript.ts';

let colloquy: Colloquy;
const demo = createDemoModel({ tokensPerSecond: 0 });
beforeAll(async () => {
  await new Promise<void>((resolve) => demo.listen(0, '127.0.0.1', resolve));
  const { port } = demo.address() as AddressInfo;
  colloquy = await startColloquy({ modelUrl: `http://127.0.0.1:${String(port)}/v1` });
});
afterAll(async () => {
  await colloquy.close();
  await new Promise((resolve) => demo.close(resolve));
});

const GOOD_ENDS: Record<string, { reason: RegExp | null; speakers: string[]; says?: RegExp }> = {
  calculator: { reason: null, speakers: ['assistant'], says: /evaluate/ },
  'writers-room': { reason: /APPROVE/, speakers: ['writer', 'critic'] },
  'research-desk': { reason: /REPORT COMPLETE/, speakers: ['planner', 'researcher', 'analyst', 'reporter'] },
  'customer-service': { reason: /user/, speakers: ['triage', 'refunds'] },
  'release-review': {
    reason: /Digraph execution is complete/,
    speakers: ['drafter', 'accuracy', 'clarity', 'editor', 'publisher'],
  },
  'task-force': { reason: /done their part/, speakers: ['strategist', 'coder', 'computer'], says: /sum: \d/ },
  'advisory-board': { reason: /ENOUGH/, speakers: ['board', 'you'] },
  'translation-bureau': { reason: /GOOD AS IT IS/, speakers: ['translator', 'reader', 'native_speaker'] },
};

describe('the demo model plays', () => {
  it.each(teamTemplates.map((template) => [template.slug, template] as const))(
    '%s to a successful end',
    async (slug, { config }) => {
      const id = await colloquy.start(config, templateWords[slug].task);
      const ended = colloquy.handle(id).result() as Promise<Outcome>;
      if (slug === 'advisory-board') {
        for (const words of ['What if a customer has no computer?', 'ENOUGH']) {
          const task = await openTask(colloquy, id);
          await answer(colloquy, id, task.id, 'reply', { words });
        }
      }
      const { state, stopReason } = await ended;
      const story = await storyOf(colloquy.database, id);
      const good = GOOD_ENDS[slug];
      expect({ slug, state, story, good: good !== undefined }).toMatchObject({
        state: 'finished',
        good: true,
      });
      if (good?.reason) expect(stopReason).toMatch(good.reason);
      const spoken = new Set(story.map((line) => /^(?:[^ ]*\/)?([^ :/]+)/.exec(line)?.[1]));
      for (const speaker of good?.speakers ?? []) expect([...spoken]).toContain(speaker);
      if (good?.says !== undefined) expect(story.join('\n')).toMatch(good.says);
      expect(new Set(await callStatesOf(colloquy.database, id))).toEqual(new Set(['completed']));
    },
    120_000,
  );
});
