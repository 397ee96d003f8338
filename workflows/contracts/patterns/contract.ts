import type { z } from 'zod';
import type { Json } from '../../domain/json.ts';
import type { ModelClient } from '../../domain/model.ts';
import type { ModelContextConfig } from '../../domain/modelContext/config.ts';
import type {
  ManagerWorks,
  PatternConfigs,
  PatternKind,
  PatternStates,
  PlannedPatterns,
} from '../../domain/patterns/registry.ts';
import type { TeamConfig } from '../../domain/team.ts';
import type { Fields } from '../autogen/fields.ts';
import type { Place, Report } from '../autogen/report.ts';
import type { WrittenComponent } from '../autogen/writer.ts';
import type { TeamFault } from '../teamSchema/fault.ts';

/** A speaker pattern where it crosses a boundary: in a team's JSON, in a start, in a stored state, in AutoGen's JSON. */
export interface PatternContract<Kind extends PatternKind> {
  /** What a person may write. */
  config: z.ZodType<PatternConfigs[Kind]>;
  /** The workflow's part of it, as it passes in a start's argument. */
  planned: z.ZodType<PlannedPatterns[Kind]>;
  /** What is stored of where it stands. */
  state: z.ZodType<PatternStates[Kind]>;
  /** What its manager may be asked for, as it is stored with a state. */
  works: {
    [Work in ManagerWorks[Kind]['kind']]: z.ZodType<Extract<ManagerWorks[Kind], { kind: Work }>>;
  };
  /** What is wrong with a team of it that no field says by itself. */
  faults?(pattern: PatternConfigs[Kind], team: TeamConfig): TeamFault[];
  /** Its participants may be teams; what it is called in the sentence that says so of those that may: "a selector". */
  holdsTeams?: string;
  /** The CEL expressions that stand in it, by the field. */
  expressions?(pattern: PatternConfigs[Kind]): { field: string; expression: string }[];
  autogen: AutogenPattern<PatternConfigs[Kind]>;
}

export type AutogenPattern<Config> =
  | AutogenTeam<Config>
  /** AutoGen has a team of it as its only agent alone. */
  | { component: 'agent' }
  /** AutoGen has none like it: what the export says of the round robin that is written in its stead. */
  | { component: null; note: string };

/** A class of `autogen_agentchat.teams`. */
export interface AutogenTeam<Config> {
  component: `${string}GroupChat` | 'Swarm' | 'GraphFlow';
  /** What AutoGen calls a team of it that has no description. */
  description: string;
  /** The class has no `emit_team_events`. */
  hasNoEvents?: true;
  read(fields: Fields, reader: PatternReader): Config;
  /** What whoever imports the team should know of it. */
  readNotes?(team: Pick<TeamConfig, 'participants' | 'termination'>, report: Report): void;
  /** The component's own fields; what is null or undefined is left out. `path` is the pattern's. */
  write(pattern: Config, path: string, writer: PatternWriter): Record<string, Json | undefined>;
  /** What AutoGen's names are for fields that are called otherwise here, where snake case is not enough. */
  fieldNames?: Record<string, string>;
  /** Its own fields as AutoGen Studio's first form has them, with what that leaves out. */
  fromFirstForm?(part: Record<string, unknown>): Record<string, unknown>;
}

/** Who reads what stands within a pattern. */
export interface PatternReader {
  report: Report;
  fields(place: Place): Fields;
  /** The model client that a component must have. */
  model(fields: Fields): ModelClient | null;
  /** Absent: unbounded, as in AutoGen. */
  context(place: Place | undefined): ModelContextConfig;
}

/** Who writes it, and gathers what AutoGen has no place for. */
export interface PatternWriter {
  note(path: string, message: string): void;
  model(client: ModelClient | null, path: string): WrittenComponent;
  /** `model` counts the tokens, where that is what the context goes by. */
  context(context: ModelContextConfig, model: WrittenComponent, path: string): WrittenComponent;
}
