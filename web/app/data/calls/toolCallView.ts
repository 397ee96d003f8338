import type { ToolCallState } from '../../../../workflows/domain/recordStates.ts';
import type { ApartText, Cuts } from '../../views/text/shownText.ts';

/** A tool call at each stage: as proposed by the model, as approved by a person, as executed, and its result. */
export interface ToolCallView {
  id: string;
  /** The ToolCallRequestEvent that contains it; null if a reset run has replaced that event. */
  messageId: string | null;
  seq: number;
  index: number;
  scope: string;
  agent: string;
  callId: string;
  tool: string;
  proposedArguments: string;
  /** Set if a person changed the arguments. */
  approvedArguments: string | null;
  /** The arguments given to the tool, if they differ from both. */
  effectiveArguments: string | null;
  state: ToolCallState;
  attempts: number;
  result: string | null;
  isError: boolean | null;
  revision: number;
  startedAt: string | null;
  endedAt: string | null;
  /** Which of its texts were cut. */
  cuts?: Cuts | undefined;
  /** Which of its texts are sent separately. */
  apart?: Record<string, ApartText> | undefined;
}
