import type { ParticipantTool } from '../../../../../../workflows/domain/team.ts';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { PARTICIPANT_KINDS } from '../../../../views/teams/participantInWords.ts';
import { useField } from '../DraftContext.tsx';
import { InnerFold } from '../fields/InnerFold.tsx';
import { KindField } from '../fields/KindField.tsx';
import { useFormParts } from '../FormParts.tsx';
import { kindOf, textOf, valueAt } from '../jsonValue.ts';
import { newParticipant } from '../newParts.ts';
import { TeamScope } from '../TeamScope.tsx';

const { agent, code_executor, society, team } = PARTICIPANT_KINDS;
const KINDS = { agent, code_executor, society, team } as const satisfies Record<
  ParticipantTool['participant']['kind'],
  string
>;

/** Who answers when a tool is called: an agent or a team, with all that it has. */
export function ParticipantToolFields({ path }: { path: TeamPath }) {
  const at = [...path, 'participant'];
  const { value: tool } = useField(path);
  const { value } = useField(at);
  const { ParticipantFields } = useFormParts();
  const kind = kindOf(value);
  const name = textOf(valueAt(value, ['name'])) || '…';
  return (
    <InnerFold path={at} title="Who stands behind it" detail={`${name}, ${labelOf(kind)}`}>
      <TeamScope at={at} through={{ name: textOf(valueAt(tool, ['name'])), path }} isTeam={false}>
        <KindField
          path={at}
          label="What it is"
          kinds={KINDS}
          make={(next) => newParticipant(next, [])}
          remembers
        />
        <ParticipantFields path={at} kind={kind} />
      </TeamScope>
    </InnerFold>
  );
}

function labelOf(kind: string): string {
  return (
    Object.entries(KINDS)
      .find(([known]) => known === kind)?.[1]
      .toLowerCase() ?? 'unknown'
  );
}
