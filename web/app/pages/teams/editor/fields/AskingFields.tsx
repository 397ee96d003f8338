import { useTranslation } from 'react-i18next';
import type { Asking } from '../../../../../../workflows/domain/tasks/asking.ts';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useKnownCalendars } from '../KnownCalendars.tsx';
import { DurationField } from './DurationField.tsx';
import { DurationsField } from './DurationsField.tsx';
import { LinesField } from './LinesField.tsx';
import { NumberField } from './NumberField.tsx';
import { OptionalGroup } from './OptionalGroup.tsx';
import { TextField } from './TextField.tsx';

const DAY_SECONDS = 86_400;

export interface AskingFieldsProps {
  path: TeamPath;
  /** Something is approved or rejected: several people can have to agree. */
  isApproval?: boolean;
}

/** Whom a task asks: the people, their reminders, and to whom it is escalated. */
export function AskingFields({ path, isApproval = false }: AskingFieldsProps) {
  const { t } = useTranslation('editor');
  const calendars = useKnownCalendars();
  const make = (): Asking => ({ assignees: [], remindAfterSeconds: [DAY_SECONDS / 2], escalation: null });
  return (
    <OptionalGroup path={path} label={t('asking.label')} hint={t('asking.hint')} make={make} absent>
      <LinesField
        path={[...path, 'assignees']}
        label={t('asking.assignees')}
        hint={t('asking.assigneesHint')}
        mono
      />
      <DurationsField
        path={[...path, 'remindAfterSeconds']}
        label={t('asking.reminders')}
        hint={t('asking.remindersHint')}
      />
      <OptionalGroup
        path={[...path, 'escalation']}
        label={t('asking.escalation')}
        hint={t('asking.escalationHint')}
        make={() => ({ afterSeconds: DAY_SECONDS, to: [] })}
      >
        <DurationField path={[...path, 'escalation', 'afterSeconds']} label={t('asking.escalationAfter')} />
        <LinesField
          path={[...path, 'escalation', 'to']}
          label={t('asking.escalationTo')}
          hint={t('asking.addressesHint')}
          mono
        />
      </OptionalGroup>
      <TextField
        path={[...path, 'calendar']}
        label={t('asking.calendar')}
        hint={t('asking.calendarHint')}
        optional
        suggestions={calendars}
      />
      {isApproval ? (
        <OptionalGroup
          path={[...path, 'quorum']}
          label={t('asking.quorum')}
          hint={t('asking.quorumHint')}
          make={() => ({ of: 'all' })}
          absent
        >
          <NumberField
            path={[...path, 'quorum', 'of']}
            label={t('asking.quorumOf')}
            hint={t('asking.quorumOfHint')}
          />
        </OptionalGroup>
      ) : null}
    </OptionalGroup>
  );
}
