import { mentionedNames } from '../../../names/meant.ts';
import { namesText } from '../../../request/selectorHistory.ts';

/** What a selector's answer amounts to. */
export type Judgement = { kind: 'chosen'; speaker: string } | { kind: 'unclear'; feedback: string };

/**
 * Reads a selector's answer as AutoGen does: names of all participants count, also of one who may not speak now, and
 * exactly one has to be mentioned. An unclear answer gets AutoGen's words of correction.
 */
export function judgeSelection(
  answer: string,
  participants: readonly string[],
  candidates: readonly string[],
  rules: { previous: string | null; allowRepeatedSpeaker: boolean },
): Judgement {
  const list = namesText(candidates);
  const mentioned = mentionedNames(answer, participants);
  const [speaker, ...others] = mentioned;
  if (speaker === undefined) {
    return { kind: 'unclear', feedback: `No valid name was mentioned. Please select from: ${list}.` };
  }
  if (others.length > 0) {
    const feedback = `Expected exactly one name to be mentioned. Please select only one from: ${list}.`;
    return { kind: 'unclear', feedback };
  }
  if (!rules.allowRepeatedSpeaker && speaker === rules.previous) {
    const feedback = `Repeated speaker is not allowed, please select a different name from: ${list}.`;
    return { kind: 'unclear', feedback };
  }
  return { kind: 'chosen', speaker };
}
