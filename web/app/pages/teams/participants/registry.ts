import type { Participant, ParticipantKind } from '../../../../../workflows/domain/team.ts';
import type { Translate } from '../../../languages/translator.ts';
import { freshName } from '../editor/newParts.ts';
import { agent } from './kinds/agent.tsx';
import { codeExecutor } from './kinds/codeExecutor.tsx';
import { person } from './kinds/person.tsx';
import { society } from './kinds/society.tsx';
import { team } from './kinds/team.tsx';
import type { ParticipantView } from './participantView.ts';

/** Every kind of participant as people see it, in the order in which the editor offers them. */
const participantViews = {
  agent,
  person,
  code_executor: codeExecutor,
  society,
  team,
} satisfies { [Kind in ParticipantKind]: ParticipantView<Kind> };

export const PARTICIPANT_KINDS = Object.keys(participantViews) as ParticipantKind[];

/** How a participant's kind is shown. */
export function viewOfParticipant({ kind }: { kind: ParticipantKind }) {
  // Each kind is registered under its own name, so it gets its own participants; TypeScript can't infer that.
  return participantViews[kind] as ParticipantView<ParticipantKind>;
}

/** Whether it is the name of a kind: the editor's JSON may contain anything. */
export function isParticipantKind(kind: string): kind is ParticipantKind {
  return Object.hasOwn(participantViews, kind);
}

/** The initial JSON of a new participant, with a name that is not taken. */
export function newParticipant(kind: ParticipantKind, taken: readonly string[], t: Translate): Participant {
  const view = viewOfParticipant({ kind });
  return view.make(freshName(view.stem, taken), t);
}
