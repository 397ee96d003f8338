import type {
  ManagerRequests,
  PatternConfigs,
  PatternKind,
} from '../../../../../workflows/domain/patterns/registry.ts';
import type { Participant } from '../../../../../workflows/domain/team.ts';
import type { Translate } from '../../../languages/translator.ts';
import type { PictureNode, TeamPicture } from '../graph/picture.ts';

/** A speaker pattern as people see it; what it is called stands in the catalogues (languages/en/patterns.ts). */
export interface PatternView<Kind extends PatternKind> {
  /** What stands in a team's JSON when it is chosen for these participants: AutoGen's defaults where it has some. */
  make(participants: readonly string[]): PatternConfigs[Kind];
  /** Who asks a model; null: nobody has to. */
  manager: ManagerViewOf<Kind>;
  /** What the drawing beside a conversation is called, where it says more than the list of speakers; null: it doesn't. */
  drawing: ((t: Translate) => string) | null;
  /** What a team of it looks like. */
  picture(
    pattern: PatternConfigs[Kind],
    nodes: readonly PictureNode[],
    participants: readonly Participant[],
    t: Translate,
  ): TeamPicture;
  /** A team of it may be there to show its participants: that it holds a team, say. */
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
