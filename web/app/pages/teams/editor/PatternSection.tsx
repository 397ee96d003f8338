import { useTranslation } from 'react-i18next';
import { PATTERN_KINDS, viewOf } from '../../../views/teams/patterns/registry.ts';
import { patternFields } from '../patterns/fields.ts';
import { useField, useParticipantNames } from './DraftContext.tsx';
import { CheckField } from './fields/CheckField.tsx';
import { KindField } from './fields/KindField.tsx';
import { kindOf } from './jsonValue.ts';
import { useScope } from './TeamScope.tsx';

/** How the team chooses its speakers. */
export function PatternSection() {
  const { t } = useTranslation(['editor', 'patterns']);
  const { at } = useScope();
  const path = [...at, 'pattern'];
  const names = useParticipantNames();
  const { value } = useField(path);
  const kind = PATTERN_KINDS.find((known) => known === kindOf(value));
  const Fields = kind === undefined ? null : patternFields[kind];
  return (
    <div className="space-y-4">
      <KindField
        path={path}
        label={t('pattern.kind')}
        hint={kind === undefined ? undefined : t(`patterns:${kind}.description`)}
        kinds={PATTERN_KINDS}
        nameOf={(each) => t(`patterns:${each}.name`)}
        make={(next) => viewOf(next).make(names)}
        remembers
      />
      {Fields === null ? null : <Fields path={path} />}
      <CheckField
        path={[...at, 'emitTeamEvents']}
        label={t('pattern.emitTeamEvents')}
        hint={t('pattern.emitTeamEventsHint')}
      />
    </div>
  );
}
