import { isObject } from '../../../json.ts';
import { jsonInAnswer } from '../../../jsonInAnswer.ts';
import { nameMeant } from '../../../names/meant.ts';

/** One entry of a Magentic-One orchestrator's progress ledger. */
export interface ProgressEntry {
  satisfied: boolean;
  /** Why the request is satisfied, or isn't. */
  reason: string;
  inLoop: boolean;
  progress: boolean;
  speaker: string;
  instruction: string;
}

/** The schema's name in the request; AutoGen's. */
export const LEDGER_SCHEMA_NAME = 'LedgerEntry';

const booleanAnswer = answerOf('boolean');
const stringAnswer = answerOf('string');

/** JSON Schema of an entry as the model writes it. */
export const LEDGER_SCHEMA = {
  type: 'object',
  properties: {
    is_request_satisfied: booleanAnswer,
    is_in_loop: booleanAnswer,
    is_progress_being_made: booleanAnswer,
    next_speaker: stringAnswer,
    instruction_or_question: stringAnswer,
  },
  required: [
    'is_request_satisfied',
    'is_in_loop',
    'is_progress_being_made',
    'next_speaker',
    'instruction_or_question',
  ],
  additionalProperties: false,
};

/** An answer as an entry, or what is wrong with it. A team of one has its speaker already. */
export function readProgress(
  answer: string,
  participants: readonly string[],
): { kind: 'entry'; entry: ProgressEntry } | { kind: 'unusable'; problem: string } {
  const unusable = (problem: string) => ({ kind: 'unusable', problem }) as const;
  const value = jsonInAnswer(answer);
  if (value === null) return unusable('it is not one JSON object');
  const [only, ...others] = participants;
  const field = (name: string) => answerIn(value, name);
  const satisfied = field('is_request_satisfied');
  const inLoop = field('is_in_loop');
  const progress = field('is_progress_being_made');
  const instruction = field('instruction_or_question');
  const speaker =
    others.length === 0 && only !== undefined ? { answer: only, reason: '' } : field('next_speaker');
  if (
    satisfied === null ||
    inLoop === null ||
    progress === null ||
    instruction === null ||
    speaker === null
  ) {
    return unusable('a field with its reason and answer is missing');
  }
  const named = asText(speaker.answer);
  const meant = nameMeant(named, participants);
  if (!isTrue(satisfied.answer) && meant === null) {
    return unusable(`"${named}" is not a participant`);
  }
  return {
    kind: 'entry',
    entry: {
      satisfied: isTrue(satisfied.answer),
      reason: asText(satisfied.reason),
      inLoop: isTrue(inLoop.answer),
      progress: isTrue(progress.answer),
      speaker: meant ?? named,
      instruction: asText(instruction.answer),
    },
  };
}

function answerIn(value: Record<string, unknown>, name: string): { reason: unknown; answer: unknown } | null {
  const field = value[name];
  if (!isObject(field) || !('answer' in field) || !('reason' in field)) return null;
  return { reason: field.reason, answer: field.answer };
}

/** As Python sees truth: models write "false" in quotes, which is true there; we read it as what it says. */
function isTrue(answer: unknown): boolean {
  return typeof answer === 'string' ? answer.toLowerCase() === 'true' : answer === true;
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function answerOf(type: 'boolean' | 'string') {
  return {
    type: 'object',
    properties: { reason: { type: 'string' }, answer: { type } },
    required: ['reason', 'answer'],
    additionalProperties: false,
  };
}
