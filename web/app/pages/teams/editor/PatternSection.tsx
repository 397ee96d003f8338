import type { PatternKind } from '../../../../../workflows/domain/patterns/registry.ts';
import { PATTERN_KINDS, viewOf } from '../../../views/teams/patterns/registry.ts';
import { patternFields } from '../patterns/fields.ts';
import { useField, useParticipantNames } from './DraftContext.tsx';
import { CheckField } from './fields/CheckField.tsx';
import { KindField } from './fields/KindField.tsx';
import { kindOf } from './jsonValue.ts';
import { useScope } from './TeamScope.tsx';

const KINDS = Object.fromEntries(PATTERN_KINDS.map((kind) => [kind, viewOf(kind).name])) as Record<
  PatternKind,
  string
>;

/** How the team chooses its speakers. */
export function PatternSection() {
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
        label="Pattern"
        hint={kind === undefined ? undefined : viewOf(kind).description}
        kinds={KINDS}
        make={(next) => viewOf(next).make(names)}
        remembers
      />
      {Fields === null ? null : <Fields path={path} />}
      <CheckField
        path={[...at, 'emitTeamEvents']}
        label="Show in the transcript who was selected"
        hint="AutoGen’s emit_team_events."
      />
    </div>
  );
}
