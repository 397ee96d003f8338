import { type Asking, neededOf } from '../../../../workflows/domain/tasks/asking.ts';
import type { Translate } from '../../languages/translator.ts';
import { lengthInWords } from '../../views/teams/lengthInWords.ts';

/** Whom a task asks, when they are reminded, and to whom it is escalated. */
export function askingInWords(t: Translate, asking: Asking): string {
  const { assignees, remindAfterSeconds, escalation, calendar } = asking;
  const needed = neededOf(asking);
  const times = remindAfterSeconds.map((seconds) => lengthInWords(t, seconds)).join(', ');
  const parts = [
    assignees.length === 0
      ? t('editor:asking.facts.everybody')
      : t('editor:asking.facts.people', { people: assignees.join(', ') }),
    ...(times === '' ? [] : [t('editor:asking.facts.reminders', { times })]),
    ...(escalation === null
      ? []
      : [
          t('editor:asking.facts.escalation', {
            length: lengthInWords(t, escalation.afterSeconds),
            people: escalation.to.join(', '),
          }),
        ]),
    ...(needed === null ? [] : [t('editor:asking.facts.quorum', { needed })]),
    ...(calendar === undefined ? [] : [t('editor:asking.facts.calendar', { calendar })]),
  ];
  return parts.join(' ');
}
