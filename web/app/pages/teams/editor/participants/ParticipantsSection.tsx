import { useTranslation } from 'react-i18next';
import { Badge } from '../../../../views/ui/Badge.tsx';
import { isParticipantKind, newParticipant, PARTICIPANT_KINDS } from '../../participants/registry.ts';
import { useField, useParticipantNames } from '../DraftContext.tsx';
import { ListEditor } from '../fields/ListEditor.tsx';
import { kindOf, textOf, valueAt } from '../jsonValue.ts';
import { withoutParticipant } from '../teamReferences.ts';
import { useScope } from '../TeamScope.tsx';
import { ParticipantFields } from './ParticipantFields.tsx';

/** The participants, in order. */
export function ParticipantsSection() {
  const { t, i18n } = useTranslation(['participants', 'editor', 'common']);
  const kindName = (kind: string) =>
    isParticipantKind(kind) ? t(`${kind}.name`) : kind || t('common:unknown');
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
        entry: () => newParticipant(kind, names, i18n.t),
      }))}
      empty={t('editor:participant.none')}
      remove={(index) => team.set(withoutParticipant(team.value, index))}
    >
      {(path, participant) => <ParticipantFields path={path} kind={kindOf(participant)} />}
    </ListEditor>
  );
}
