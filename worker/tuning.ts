/** How much of its machine a worker takes. */
export interface Tuning {
  /** Workflows that stay in memory between their tasks; evicting one costs a replay, not a wait. */
  cachedWorkflows: number;
  /** Activities at once: most wait on the network, and each holds a transcript's part. */
  concurrentActivities: number;
}

const MIB = 2 ** 20;

/** What a worker takes with nothing to do, with room for what activities hold. */
const BASE_MIB = 240;
/** Of a machine's memory a worker may take this much: the system and its own peaks need the rest. */
const SHARE = 0.75;
/** A cached workflow of a few dozen turns, on both sides of Temporal's SDK. */
const CACHED_WORKFLOW_MIB = 0.5;
/** A limit for machines with memory enough: more is for conversations that wait, and those don't mind a replay. */
const MOST_CACHED = 200;
const FEWEST_CACHED = 20;
const MOST_ACTIVITIES = 100;
const FEWEST_ACTIVITIES = 20;
/** Below this much memory fewer activities run at once. */
const FULL_AT_MIB = 512;

/** What a worker may take of a machine (or container) with this much memory. */
export function tuningFor(memoryBytes: number): Tuning {
  const memoryMiB = memoryBytes / MIB;
  const cached = Math.floor((memoryMiB * SHARE - BASE_MIB) / CACHED_WORKFLOW_MIB);
  const activities = Math.floor((MOST_ACTIVITIES * memoryMiB) / FULL_AT_MIB);
  return {
    cachedWorkflows: between(FEWEST_CACHED, cached, MOST_CACHED),
    concurrentActivities: between(FEWEST_ACTIVITIES, activities, MOST_ACTIVITIES),
  };
}

/** The memory that this process may take: its container's limit, else the machine's. */
export function availableBytes(constrained: number, total: number): number {
  return constrained > 0 && constrained < total ? constrained : total;
}

function between(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
