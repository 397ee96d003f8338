import { expect, it } from '@jest/globals';
import { workflowTypes } from './contracts/names.ts';
import * as workflows from './index.ts';

it('every workflow is known by its type, so that its histories are replayed before a release', () => {
  expect([...workflowTypes].sort()).toEqual(Object.keys(workflows).sort());
});
