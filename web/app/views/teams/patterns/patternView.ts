import type {
  ManagerRequests,
  PatternConfigs,
  PatternKind,
  PatternStates,
} from '../../../../../workflows/domain/patterns/registry.ts';
import type { Participant } from '../../../../../workflows/domain/team.ts';
import type { Translate } from '../../../languages/translator.ts';
import type { Words } from '../../format/useWords.ts';
import type { PictureNode, TeamPicture } from '../graph/picture.ts';

/** A speaker pattern as people see it; its name is in the catalogues (languages/en/patterns.ts). */
export interface PatternView<Kind extends PatternKind> {
  /** Its initial JSON for these participants, when it is chosen in the editor: AutoGen's defaults where it has any. */
  make(participants: readonly string[]): PatternConfigs[Kind];
  /** Who asks a model; null: nobody needs to. */
  manager: ManagerViewOf<Kind>;
  /**
   * The title of the drawing beside a conversation, if the drawing shows more than the list of speakers; null: it
   * doesn't.
   */
  drawing: ((t: Translate) => string) | null;
  /** The picture of a team with this pattern. */
  picture(
    pattern: PatternConfigs[Kind],
    nodes: readonly PictureNode[],
    participants: readonly Participant[],
    t: Translate,
  ): TeamPicture;
  /** Its state after a turn, in a sentence or two. */
  stateInWords(state: PatternStates[Kind], participants: readonly string[], words: Words): string[];
  /** A template with this pattern is an example of its participants, such as an inner team, not of the pattern. */
  isPlain?: true;
}

export interface ManagerView {
  name: (t: Translate) => string;
  /** What it does, in a few words. */
  detail: (t: Translate) => string;
}

type ManagerViewOf<Kind extends PatternKind> = Kind extends PatternKind
  ? [ManagerRequests[Kind]] extends [never]
    ? null
    : ManagerView
  : never;
