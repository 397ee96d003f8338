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
  /** The schema of its stored state. */
  state: z.ZodType<PatternStates[Kind]>;
  /** The work of its manager, as stored with a state. */
  works: {
    [Work in ManagerWorks[Kind]['kind']]: z.ZodType<Extract<ManagerWorks[Kind], { kind: Work }>>;
  };
  /** Errors of a team that no single field shows. */
  faults?(pattern: PatternConfigs[Kind], team: TeamConfig): TeamFault[];
  /** Its participants may be teams. */
  holdsTeams?: true;
  /** The CEL expressions in it, by field. */
  expressions?(pattern: PatternConfigs[Kind]): { field: string; expression: string }[];
  autogen: AutogenPattern<PatternConfigs[Kind]>;
}

export type AutogenPattern<Config> =
  | AutogenTeam<Config>
  /** AutoGen represents a team of it as its only agent. */
  | { component: 'agent' }
  /** AutoGen has none like it: the finding that the export has for the round robin that is written in its stead. */
  | { component: null; note: string };

/** A class of `autogen_agentchat.teams`. */
export interface AutogenTeam<Config> {
  component: `${string}GroupChat` | 'Swarm' | 'GraphFlow';
  /** What AutoGen calls a team of it that has no description. */
  description: string;
  /** The class has no `emit_team_events`. */
  hasNoEvents?: true;
  read(fields: Fields, reader: PatternReader): Config;
  /** What a person who imports the team should know. */
  readNotes?(team: Pick<TeamConfig, 'participants' | 'termination'>, report: Report): void;
  /** The component's own fields; what is null or undefined is left out. `path` is the pattern's. */
  write(pattern: Config, path: string, writer: PatternWriter): Record<string, Json | undefined>;
  /** What AutoGen's names are for fields that are called otherwise here, where snake case is not enough. */
  fieldNames?: Record<string, string>;
  /** Its own fields as AutoGen Studio's first form has them, with what that leaves out. */
  fromFirstForm?(part: Record<string, unknown>): Record<string, unknown>;
}

/** Readers of the nested parts of a pattern. */
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
