import { CalendarCheck, CalendarX, CircleStop, Pause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ScheduleState } from '../../data/schedules/scheduleView.ts';
import { Badge } from '../../views/ui/Badge.tsx';

const LOOKS = {
  active: { icon: CalendarCheck, tone: 'green' },
  paused: { icon: Pause, tone: 'amber' },
  ended: { icon: CircleStop, tone: 'neutral' },
  deleted_outside: { icon: CalendarX, tone: 'red' },
} as const satisfies Record<ScheduleState, unknown>;

/** How a schedule stands. */
export function ScheduleStateBadge({ state }: { state: ScheduleState }) {
  const { t } = useTranslation('schedules');
  const { icon: Icon, tone } = LOOKS[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className="size-3.5" />
      {t(`states.${state}`)}
    </Badge>
  );
}
