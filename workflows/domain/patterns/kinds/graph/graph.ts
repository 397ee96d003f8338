import { isChatMessage, type MessageFacts } from '../../../message.ts';
import type { Pattern } from '../../pattern.ts';

/** AutoGen's DiGraph. */
export interface GraphConfig {
  kind: 'graph';
  nodes: GraphNode[];
  /** AutoGen's default_start_node; null: all nodes without a parent. */
  startNode: string | null;
}

export interface GraphNode {
  /** A participant's name. */
  name: string;
  edges: GraphEdge[];
  /** AutoGen stores it and ignores it: only the edges count. */
  activation: 'all' | 'any';
}

export interface GraphEdge {
  target: string;
  /** The edge is taken where the message contains this text; null: always. */
  condition: string | null;
  activationGroup: string;
  activationCondition: 'all' | 'any';
}

export interface GraphState {
  kind: 'graph';
  /** Nodes that run next, all at once. */
  ready: string[];
  /** Parents that are still to come, by target and activation group. */
  remaining: Record<string, Record<string, number>>;
  /** Whether an `any` group has enqueued its target already. */
  enqueued: Record<string, Record<string, boolean>>;
  /** Groups that have enqueued a target since it last ran: their counters are reset when it runs. */
  triggered: Record<string, string[]>;
}

/** AutoGen's words for a graph that has nothing left to run. */
const COMPLETE = 'Digraph execution is complete';

/**
 * Nodes run in waves: all nodes that are ready speak in parallel, and their replies make others ready. An edge counts
 * for its target's activation group if its condition holds; an `all` group is complete with its last edge, an `any`
 * group with its first, and one complete group is enough. The counters of the groups that made a node ready are reset
 * when it runs, which makes loops work. Unlike in AutoGen, a node that two groups make ready in one wave runs once,
 * and a node that ran is remembered over restarts.
 */
export const graph: Pattern<GraphConfig, GraphState> = {
  manager: 'GraphManager',
  plan: (config) => config,
  watchedTexts: ({ nodes }) =>
    nodes.flatMap(({ edges }) => edges.flatMap(({ condition }) => condition ?? [])),
  // As AutoGen's: a graph that has come to its end asks no condition.
  endsBeforeConditions: true,
  initial: ({ config }) => startOf(config),
  started: (_context, state) => state,
  next: (_context, { ready }) =>
    ready.length === 0 ? { kind: 'finish', stopReason: COMPLETE } : { kind: 'speak', speakers: [...ready] },
  observe: ({ config }, state, { speakers, messages }) => {
    let after = speakers.reduce((current, speaker) => runs(current, speaker, config), state);
    for (const { node, reply } of repliesOf(speakers, messages)) {
      const edges = config.nodes.find(({ name }) => name === node)?.edges ?? [];
      for (const edge of edges.filter(({ condition }) => holds(condition, reply))) after = take(after, edge);
    }
    return after;
  },
  stopped: ({ config }, state) => (state.ready.length === 0 ? startOf(config) : state),
  ledNowhere: ({ nodes }, messages) => {
    const speakers = nodes.filter(({ name }) => messages.some(({ source }) => source === name));
    const replies = repliesOf(
      speakers.map(({ name }) => name),
      messages,
    );
    return speakers
      .filter(({ name, edges }) => {
        const reply = replies.find(({ node }) => node === name)?.reply;
        return edges.length > 0 && edges.every(({ condition }) => !holds(condition, reply));
      })
      .map(({ name }) => name);
  },
};

/** The nodes that run first: the named one, or all without a parent. */
export function startNodes({ nodes, startNode }: Pick<GraphConfig, 'nodes' | 'startNode'>): string[] {
  if (startNode !== null) return [startNode];
  const targets = new Set(nodes.flatMap(({ edges }) => edges.map(({ target }) => target)));
  return nodes.filter(({ name }) => !targets.has(name)).map(({ name }) => name);
}

function startOf(config: GraphConfig): GraphState {
  let state: GraphState = {
    kind: 'graph',
    ready: startNodes(config),
    remaining: {},
    enqueued: {},
    triggered: {},
  };
  for (const { target, activationGroup: group, activationCondition } of edgesOf(config)) {
    state =
      activationCondition === 'all'
        ? { ...state, remaining: put(state.remaining, target, group, parentsOf(config, target, group)) }
        : { ...state, enqueued: put(state.enqueued, target, group, false) };
  }
  return state;
}

/** A node leaves the queue, and the groups that enqueued it are reset. */
function runs(state: GraphState, node: string, config: GraphConfig): GraphState {
  let { remaining, enqueued } = state;
  for (const group of own(state.triggered, node) ?? []) {
    if (own(own(enqueued, node), group) === undefined) {
      remaining = put(remaining, node, group, parentsOf(config, node, group));
    } else {
      enqueued = put(enqueued, node, group, false);
    }
  }
  const triggered = Object.fromEntries(Object.entries(state.triggered).filter(([name]) => name !== node));
  return {
    kind: 'graph',
    ready: state.ready.filter((name) => name !== node),
    remaining,
    enqueued,
    triggered,
  };
}

/** A reply went along an edge. */
function take(
  state: GraphState,
  { target, activationGroup: group, activationCondition }: GraphEdge,
): GraphState {
  if (activationCondition === 'any') {
    if (own(own(state.enqueued, target), group) === true) return state;
    return enqueue({ ...state, enqueued: put(state.enqueued, target, group, true) }, target, group);
  }
  const left = (own(own(state.remaining, target), group) ?? 0) - 1;
  const counted = { ...state, remaining: put(state.remaining, target, group, left) };
  return left === 0 ? enqueue(counted, target, group) : counted;
}

function enqueue(state: GraphState, node: string, group: string): GraphState {
  const groups = own(state.triggered, node) ?? [];
  return {
    ...state,
    ready: state.ready.includes(node) ? state.ready : [...state.ready, node],
    triggered: { ...state.triggered, [node]: groups.includes(group) ? groups : [...groups, group] },
  };
}

/** What each node said last, in the order of arrival; those who said nothing come last. */
function repliesOf(speakers: readonly string[], messages: readonly MessageFacts[]) {
  const replies = speakers.map((node) => {
    const at = messages.findLastIndex((message) => message.source === node && isChatMessage(message));
    return { node, at: at === -1 ? messages.length : at, reply: messages[at] };
  });
  return replies.sort((left, right) => left.at - right.at);
}

/** A node that was skipped without a message continues along its unconditional edges as if it had spoken. */
function holds(condition: string | null, reply: MessageFacts | undefined): boolean {
  return condition === null || (reply?.mentions.includes(condition) ?? false);
}

function edgesOf(config: GraphConfig): GraphEdge[] {
  return config.nodes.flatMap(({ edges }) => edges);
}

function parentsOf(config: GraphConfig, target: string, group: string): number {
  return edgesOf(config).filter((edge) => edge.target === target && edge.activationGroup === group).length;
}

function put<Value>(
  table: Record<string, Record<string, Value>>,
  target: string,
  group: string,
  value: Value,
): Record<string, Record<string, Value>> {
  return { ...table, [target]: { ...own(table, target), [group]: value } };
}

/** A node may be called `constructor`, which every object seems to have. */
function own<Value>(table: Record<string, Value> | undefined, key: string): Value | undefined {
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
