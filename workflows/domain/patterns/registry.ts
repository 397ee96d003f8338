import { graph } from './kinds/graph/graph.ts';
import { magenticOne } from './kinds/magenticOne/magenticOne.ts';
import { roundRobin } from './kinds/roundRobin.ts';
import { selector } from './kinds/selector/selector.ts';
import { singleAgent } from './kinds/singleAgent.ts';
import { swarm } from './kinds/swarm.ts';
import type { Pattern, PatternDecision, Skipped } from './pattern.ts';

/** Every speaker pattern, in the order in which one learns them. */
const patterns = {
  round_robin: roundRobin,
  single_agent: singleAgent,
  selector,
  swarm,
  graph,
  magentic_one: magenticOne,
};

type Patterns = typeof patterns;

export type PatternKind = keyof Patterns;

type PartsOf<Each> =
  Each extends Pattern<infer Planned, infer State, infer Config, infer Work, infer Result, infer Request>
    ? { planned: Planned; state: State; config: Config; work: Work; result: Result; request: Request }
    : never;
type Parts = { [Kind in PatternKind]: PartsOf<Patterns[Kind]> };

/** How a team chooses who speaks, by kind, with all that its manager's model needs. */
export type PatternConfigs = { [Kind in PatternKind]: Parts[Kind]['config'] };

/** The workflow's part of a pattern, by kind: without prompts and models. */
export type PlannedPatterns = { [Kind in PatternKind]: Parts[Kind]['planned'] };

/** A pattern's state, by kind: plain JSON, enough to continue from any point. */
export type PatternStates = { [Kind in PatternKind]: Parts[Kind]['state'] };

/** The work of a pattern's manager, by kind; never: it has none. */
export type ManagerWorks = { [Kind in PatternKind]: Parts[Kind]['work'] };

/** The result, by kind. Its messages (events included) are already stored. */
export type ManagerResults = { [Kind in PatternKind]: Parts[Kind]['result'] };

/** The requests to its model, by kind. */
export type ManagerRequests = { [Kind in PatternKind]: Parts[Kind]['request'] };

export type PatternConfig = PatternConfigs[PatternKind];
export type PlannedPattern = PlannedPatterns[PatternKind];
export type PatternState = PatternStates[PatternKind];
export type ManagerWork = ManagerWorks[PatternKind];
export type ManagerResult = ManagerResults[PatternKind] | Skipped;
export type Decision = PatternDecision<ManagerWork>;

/** What a kind of pattern does. */
export function patternOf(
  kind: PatternKind,
): Pattern<PlannedPattern, PatternState, PatternConfig, ManagerWork, ManagerResult> {
  // Each kind is registered under its own name, so it gets its own configuration; TypeScript can't infer that.
  return patterns[kind] as Pattern<PlannedPattern, PatternState, PatternConfig, ManagerWork, ManagerResult>;
}
