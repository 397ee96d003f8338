import { expect, it } from '@jest/globals';
import { releaseUnderLoad } from '../../test/faults/releaseUnderLoad.ts';

it('a release with changed workflow code and its roll-back disturb no open conversation, and the gate stops what would', async () => {
  const report = await releaseUnderLoad(9);
  expect(report).toMatchObject({
    endedOnOldBuild: 3,
    moved: 6,
    movedBack: 6,
    modelCalls: report.modelCallsNeeded,
    gateCodes: [1, 0],
    faults: [],
  });
});
