import { useTranslation } from 'react-i18next';
import { Badge } from '../../../../views/ui/Badge.tsx';
import { useField, useParticipantNames } from '../DraftContext.tsx';
import { ListEditor } from '../fields/ListEditor.tsx';
import { kindOf, textOf, valueAt } from '../jsonValue.ts';
import { newParticipant } from '../newParts.ts';
import { withoutParticipant } from '../teamReferences.ts';
import { useScope } from '../TeamScope.tsx';
import { ParticipantFields } from './ParticipantFields.tsx';
import { PARTICIPANT_KINDS } from './participantKinds.ts';

/** Who takes part, in order. */
export function ParticipantsSection() {
  const { t } = useTranslation(['participants', 'editor', 'common']);
  const kindName = (kind: string) => {
    const known = PARTICIPANT_KINDS.find((each) => each === kind);
    return known === undefined ? kind || t('common:unknown') : t(`${known}.name`);
  };
  const { at } = useScope();
  const names = useParticipantNames();
  const team = useField(at);
  return (
    <ListEditor
      path={[...at, 'participants']}
      noun="participant"
      titleOf={(participant, index) => (
        <span className="inline-flex flex-wrap items-center gap-2 align-middle">
          {textOf(valueAt(participant, ['name'])) || t('editor:participant.at', { number: index + 1 })}
          <Badge>{kindName(kindOf(participant))}</Badge>
        </span>
      )}
      add={PARTICIPANT_KINDS.map((kind) => ({
        label: t(`${kind}.add`),
        entry: () => newParticipant(kind, names),
      }))}
      empty={t('editor:participant.none')}
      remove={(index) => team.set(withoutParticipant(team.value, index))}
    >
      {(path, participant) => <ParticipantFields path={path} kind={kindOf(participant)} />}
    </ListEditor>
  );
}
