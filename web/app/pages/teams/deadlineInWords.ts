import type { InputDeadline } from '../../../../workflows/domain/tasks/kinds/giveInput.ts';
import type { ReviewPolicy } from '../../../../workflows/domain/team.ts';
import type { Translate } from '../../languages/translator.ts';
import { lengthInWords } from '../../views/teams/lengthInWords.ts';

/** What happens to a draft that nobody reviews in time. */
export function reviewInWords(t: Translate, { deadlineSeconds, onDeadline }: ReviewPolicy): string {
  const length = lengthInWords(t, deadlineSeconds);
  return t(`participants:agent.facts.reviewThen.${onDeadline}`, { length });
}

/** What happens to a person's turn that nobody takes in time. */
export function inputInWords(
  t: Translate,
  { deadlineSeconds, onDeadline }: { deadlineSeconds: number; onDeadline: InputDeadline },
): string {
  const length = lengthInWords(t, deadlineSeconds);
  return t(`participants:person.facts.then.${onDeadline}`, { length });
}
