import { useTranslation } from 'react-i18next';
import type { ParticipantTool } from '../../../../../../workflows/domain/team.ts';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { InnerFold } from '../fields/InnerFold.tsx';
import { KindField } from '../fields/KindField.tsx';
import { useFormParts } from '../FormParts.tsx';
import { kindOf, textOf, valueAt } from '../jsonValue.ts';
import { newParticipant } from '../newParts.ts';
import { TeamScope } from '../TeamScope.tsx';

const KINDS = [
  'agent',
  'code_executor',
  'society',
  'team',
] as const satisfies ParticipantTool['participant']['kind'][];

/** Who answers when a tool is called: an agent or a team, with all that it has. */
export function ParticipantToolFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation(['tools', 'participants', 'common']);
  const at = [...path, 'participant'];
  const { value: tool } = useField(path);
  const { value } = useField(at);
  const { ParticipantFields } = useFormParts();
  const kind = kindOf(value);
  const known = KINDS.find((each) => each === kind);
  const name = textOf(valueAt(value, ['name'])) || '…';
  const detail = `${name} · ${known === undefined ? t('common:unknown') : t(`participants:${known}.name`)}`;
  return (
    <InnerFold path={at} title={t('participant.fields.behind')} detail={detail}>
      <TeamScope at={at} through={{ name: textOf(valueAt(tool, ['name'])), path }} isTeam={false}>
        <KindField
          path={at}
          label={t('participant.fields.kind')}
          kinds={KINDS}
          nameOf={(each) => t(`participants:${each}.name`)}
          make={(next) => newParticipant(next, [])}
          remembers
        />
        <ParticipantFields path={at} kind={kind} />
      </TeamScope>
    </InnerFold>
  );
}
