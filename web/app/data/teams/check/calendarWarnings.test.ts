import { expect, it } from '@jest/globals';
import {
  agent,
  DEFAULT_TOOL_POLICY,
  type PersonParticipant,
  team,
} from '../../../../../workflows/domain/team.ts';
import { namesCalendar, unknownCalendars } from './calendarWarnings.ts';

const asking = (calendar: string) => ({ assignees: [], remindAfterSeconds: [], escalation: null, calendar });
const person = (calendar: string): PersonParticipant => ({
  kind: 'person',
  name: 'owner',
  description: '',
  prompt: '',
  deadlineSeconds: 60,
  onDeadline: 'skip',
  asking: asking(calendar),
});

it('points at each calendar that there is none of, in inner teams too', () => {
  const inner = team({
    participants: [
      agent({
        name: 'writer',
        review: { deadlineSeconds: 60, onDeadline: 'stop', asking: asking('Berlin') },
      }),
    ],
    toolPolicies: [{ ...DEFAULT_TOOL_POLICY, asking: asking('Lima') }],
  });
  const outer = team({
    participants: [person('Rome'), { kind: 'team', name: 'inner', description: '', team: inner }],
    toolPolicies: [{ ...DEFAULT_TOOL_POLICY, asking: asking('Oslo') }],
  });
  expect(namesCalendar(outer)).toBe(true);
  expect(unknownCalendars(outer, ['Berlin']).map(({ path }) => path.join('.'))).toEqual([
    'toolPolicies.0.asking.calendar',
    'participants.0.asking.calendar',
    'participants.1.team.toolPolicies.0.asking.calendar',
  ]);
  expect(unknownCalendars(outer, ['Berlin', 'Rome', 'Lima', 'Oslo'])).toEqual([]);
  expect(namesCalendar(team({ participants: [agent({ name: 'writer' })] }))).toBe(false);
});
