import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { InnerFold } from '../fields/InnerFold.tsx';
import { KindField } from '../fields/KindField.tsx';
import { useFormParts } from '../FormParts.tsx';
import { kindOf, textOf, valueAt } from '../jsonValue.ts';
import { TeamScope } from '../TeamScope.tsx';

/** The agent or team that answers when a tool is called, with all its fields. */
export function ParticipantToolFields({ path }: { path: TeamPath }) {
  const { t, i18n } = useTranslation(['tools', 'participants', 'common']);
  const at = [...path, 'participant'];
  const { value: tool } = useField(path);
  const { value } = useField(at);
  const { ParticipantFields, kindsBehindTools, newParticipant } = useFormParts();
  const kind = kindOf(value);
  const known = kindsBehindTools.find((each) => each === kind);
  const name = textOf(valueAt(value, ['name'])) || '…';
  const detail = `${name} · ${known === undefined ? t('common:unknown') : t(`participants:${known}.name`)}`;
  return (
    <InnerFold path={at} title={t('participant.fields.behind')} detail={detail}>
      <TeamScope at={at} through={{ name: textOf(valueAt(tool, ['name'])), path }} isTeam={false}>
        <KindField
          path={at}
          label={t('participant.fields.kind')}
          kinds={kindsBehindTools}
          nameOf={(each) => t(`participants:${each}.name`)}
          make={(next) => newParticipant(next, [], i18n.t)}
          remembers
        />
        <ParticipantFields path={at} kind={kind} />
      </TeamScope>
    </InnerFold>
  );
}
