import { useTranslation } from 'react-i18next';
import { Card, CardBody, CardHeader } from '../../views/ui/Card.tsx';

export interface AheadCardProps {
  timeZone: string;
  /** Of the next four weeks. */
  hours: number;
  /** When eight working hours from now have passed, as the clock of the calendar's zone shows it. */
  dueThere: string;
}

/** What a calendar makes of the weeks ahead: a forgotten holiday shows here. */
export function AheadCard({ timeZone, hours, dueThere }: AheadCardProps) {
  const { t } = useTranslation('calendars');
  return (
    <Card>
      <CardHeader title={t('ahead.title')} />
      <CardBody className="space-y-1 text-sm">
        <p>{t('ahead.fourWeeks', { hours })}</p>
        <p className="wrap-anywhere">{t('ahead.due', { time: dueThere, zone: timeZone })}</p>
      </CardBody>
    </Card>
  );
}
