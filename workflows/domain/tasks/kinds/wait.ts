import type { HumanTaskKind, TaskBase } from '../kind.ts';

/** Until when an agent waits by its tool `wait_until`; the reason stays with the call's arguments, as histories hold no texts. */
export interface Wait {
  /** Unix milliseconds. */
  untilMs: number;
}

/** An agent waits for a time, and asks nobody; people can wake it. */
export interface WaitTask extends TaskBase {
  kind: 'wait';
  onDeadline: 'go_on';
  /** Its index in the round of calls whose request is at `seq`. */
  index: number;
  tool: string;
}

/** The time waited for is its deadline. */
export function openWait(
  base: Omit<TaskBase, 'deadlineAtMs'>,
  { index, tool, wait }: { index: number; tool: string; wait: Wait },
): WaitTask {
  return {
    kind: 'wait',
    ...base,
    deadlineAtMs: wait.untilMs,
    onDeadline: 'go_on',
    index,
    tool,
  };
}

export const wait: HumanTaskKind<WaitTask, 'wake'> = {
  decisions: { wake: { text: 'optional' } },
  deadlines: ['go_on'],
  whileOpen: 'sleeping',
  effect: () => ({ then: 'call_over' }),
};
