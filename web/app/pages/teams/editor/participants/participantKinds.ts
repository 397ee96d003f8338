import type { Participant } from '../../../../../../workflows/domain/team.ts';

/** Every kind of participant, in the order in which the editor offers them. */
export const PARTICIPANT_KINDS = [
  'agent',
  'person',
  'code_executor',
  'society',
  'team',
] as const satisfies Participant['kind'][];
