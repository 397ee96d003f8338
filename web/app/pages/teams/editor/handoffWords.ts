import type { Handoff } from '../../../../../workflows/domain/team.ts';
import { isRecord, textOf, valueAt } from './jsonValue.ts';

/** A handoff in AutoGen's words. */
export function newHandoff(target: string): Handoff {
  return {
    target,
    description: `Handoff to ${target}.`,
    name: `transfer_to_${target}`.toLowerCase(),
    message: `Transferred to ${target}, adopting the role of ${target} immediately.`,
  };
}

/** A handoff to somebody else: its name and its texts go along where they are AutoGen's own. */
export function retargetHandoff(handoff: unknown, target: string): unknown {
  if (!isRecord(handoff)) return handoff;
  const before = newHandoff(textOf(handoff['target']));
  const after = newHandoff(target);
  const words = (['description', 'name', 'message'] as const)
    .filter((key) => valueAt(handoff, [key]) === before[key])
    .map((key) => [key, after[key]]);
  return { ...handoff, target, ...Object.fromEntries(words) };
}
