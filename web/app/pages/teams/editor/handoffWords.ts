import { handoffTo } from '../../../../../workflows/contracts/autogen/defaults.ts';
import { isRecord, textOf, valueAt } from './jsonValue.ts';

/** Points a handoff at somebody else. Its name and texts are updated if they are AutoGen's defaults. */
export function retargetHandoff(handoff: unknown, target: string): unknown {
  if (!isRecord(handoff)) return handoff;
  const before = handoffTo(textOf(handoff['target']));
  const after = handoffTo(target);
  const words = (['description', 'name', 'message'] as const)
    .filter((key) => valueAt(handoff, [key]) === before[key])
    .map((key) => [key, after[key]]);
  return { ...handoff, target, ...Object.fromEntries(words) };
}
