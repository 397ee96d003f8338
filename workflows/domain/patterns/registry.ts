import { assertNever } from '../json.ts';
import type { MessageFacts } from '../message.ts';
import { graph } from './graph.ts';
import { magenticOne } from './magenticOne.ts';
import type {
  Decision,
  ManagerResult,
  Pattern,
  PatternContext,
  PatternState,
  PlannedPattern,
} from './pattern.ts';
import { roundRobin } from './roundRobin.ts';
import { selector } from './selector.ts';
import { singleAgent } from './singleAgent.ts';
import { swarm } from './swarm.ts';

/** A team as its pattern sees it. */
export type PatternTeam = PatternContext<PlannedPattern>;

/** Who took a turn, and what came of it. */
interface Turn {
  speakers: readonly string[];
  messages: readonly MessageFacts[];
}

/** The state of a pattern that has seen nothing. */
export function initialPattern(team: PatternTeam): PatternState {
  return patternOf(team).initial();
}

/** Why a run can't begin with this task (none: it goes on without one), in words for whoever wrote it; or null. */
export function refusePattern(
  team: PatternTeam,
  state: PatternState,
  task: readonly MessageFacts[],
): string | null {
  return patternOf(team).refuses(state, task);
}

/** The state once a run has begun with a task. */
export function startPattern(
  team: PatternTeam,
  state: PatternState,
  task: readonly MessageFacts[],
): PatternState {
  return patternOf(team).started(state, task);
}

/** Who speaks, what the manager has to do first, or that it is over. */
export function nextDecision(team: PatternTeam, state: PatternState): Decision {
  return patternOf(team).next(state);
}

/** The state after the manager has done what the decision named. */
export function managedPattern(team: PatternTeam, state: PatternState, result: ManagerResult): PatternState {
  return patternOf(team).managed(state, result);
}

/** The state after the turn that the decision led to. */
export function observePattern(team: PatternTeam, state: PatternState, turn: Turn): PatternState {
  return patternOf(team).observe(state, turn);
}

/** The state that a next run begins from, once a run has ended for whatever reason. */
export function stopPattern(team: PatternTeam, state: PatternState): PatternState {
  return patternOf(team).stopped(state);
}

/** A pattern with its team put in. */
interface BoundPattern {
  initial(): PatternState;
  refuses(state: PatternState, task: readonly MessageFacts[]): string | null;
  started(state: PatternState, task: readonly MessageFacts[]): PatternState;
  next(state: PatternState): Decision;
  managed(state: PatternState, result: ManagerResult): PatternState;
  observe(state: PatternState, turn: Turn): PatternState;
  stopped(state: PatternState): PatternState;
}

/** Every speaker pattern by its kind: a new one is its file and its line here. */
function patternOf({ config, participants }: PatternTeam): BoundPattern {
  switch (config.kind) {
    case 'round_robin':
      return bind('round_robin', roundRobin, { config, participants });
    case 'single_agent':
      return bind('single_agent', singleAgent, { config, participants });
    case 'swarm':
      return bind('swarm', swarm, { config, participants });
    case 'graph':
      return bind('graph', graph, { config, participants });
    case 'selector':
      return bind('selector', selector, { config, participants });
    case 'magentic_one':
      return bind('magentic_one', magenticOne, { config, participants });
    default:
      return assertNever(config);
  }
}

type StateOf<Kind extends PatternState['kind']> = Extract<PatternState, { kind: Kind }>;

function bind<Kind extends PatternState['kind'], Config>(
  kind: Kind,
  pattern: Pattern<Config, StateOf<Kind>>,
  context: PatternContext<Config>,
): BoundPattern {
  const own = (state: PatternState): StateOf<Kind> => {
    if (isOfKind(state, kind)) return state;
    throw new Error(`A team of pattern ${kind} can't go on from the state of ${state.kind}`);
  };
  return {
    initial: () => pattern.initial(context),
    refuses: (state, task) => pattern.refuses?.(context, own(state), task) ?? null,
    started: (state, task) => pattern.started(context, own(state), task),
    next: (state) => pattern.next(context, own(state)),
    managed: (state, result) => pattern.managed?.(context, own(state), result) ?? state,
    observe: (state, turn) => pattern.observe(context, own(state), turn),
    stopped: (state) => pattern.stopped?.(context, own(state)) ?? state,
  };
}

function isOfKind<Kind extends PatternState['kind']>(
  state: PatternState,
  kind: Kind,
): state is StateOf<Kind> {
  return state.kind === kind;
}
