import type { ToolKind } from '../kind.ts';

/** The tool by which an agent waits for a time or a duration; it is carried out by the conversation itself. */
export interface WaitUntilTool {
  kind: 'wait_until';
}

export const WAIT_UNTIL = 'wait_until';

export const waitUntil: ToolKind<WaitUntilTool> = {
  nameOf: () => WAIT_UNTIL,
  remembers: false,
  waits: true,
};
