import type { MessageFacts } from '../../workflows/domain/message.ts';
import type { ModelClient } from '../../workflows/domain/model.ts';
import type {
  ManagerResults,
  ManagerWorks,
  PatternConfigs,
  PatternKind,
} from '../../workflows/domain/patterns/registry.ts';
import type { TeamConfig } from '../../workflows/domain/team.ts';
import type { Ending } from '../../workflows/domain/transcript/ending.ts';
import type { TaskMessage } from '../../workflows/domain/transcript/entry.ts';
import type { ManagerTalk } from '../asking/askOnce.ts';

/** What a pattern's manager does, by the kind of work. Each of its requests is made once, however often it is tried. */
export type Manager<Kind extends PatternKind> = {
  [Work in ManagerWorks[Kind]['kind']]: (
    desk: ManagerDesk<Kind>,
    work: Extract<ManagerWorks[Kind], { kind: Work }>,
  ) => Promise<Managed<Kind>>;
};

/** The result. Its cost is kept in its talk. */
export interface Managed<Kind extends PatternKind> {
  /** What it has said. */
  messages: MessageFacts[];
  result: ManagerResults[Kind];
}

/** What a manager works with. */
export interface ManagerDesk<Kind extends PatternKind> {
  /** Its team, which may be an inner one. */
  team: TeamConfig;
  config: PatternConfigs[Kind];
  /** The deployment's, for a team that names no model. */
  defaultModel: string;
  /** Where it asks its model (null: the deployment's default). */
  talkTo: (client: ModelClient | null) => ManagerTalk;
  /** Stores what it says, the first at its place and the others after it; what an earlier try has stored stays. */
  say: (messages: readonly ManagerMessage[]) => Promise<MessageFacts[]>;
}

export interface ManagerMessage extends Omit<TaskMessage, 'source'> {
  /** All participants start again with this message. */
  resets?: boolean;
  ending?: Ending | null;
}
