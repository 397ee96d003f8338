import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { text } from '../support/scriptedReply.ts';
import { type FaultStage, setFaultStage } from './faultStage.ts';
import { editWhileDue } from './scheduleEdits.ts';

let stage: FaultStage;
beforeAll(async () => {
  stage = await setFaultStage();
});
afterAll(() => stage.close());

it('schedules that are edited in the second in which a run is due lose no run, and double none', async () => {
  stage.model.otherwise(() => text('The report'));
  const report = await editWhileDue(stage, { schedules: 2, edits: 10, everySeconds: 2 });
  expect(report.faults).toEqual([]);
  expect(report.edits).toBe(10);
  expect(report.inDueSecond).toBeGreaterThan(0);
});
