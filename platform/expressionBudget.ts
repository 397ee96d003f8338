/** What one evaluation may cost, in steps of its interpreter: a fifth of a second on a slow machine. */
const MOST_STEPS = 200_000;
/** The cost of a text or a list in addition to the step that produces it: any operation on it reads all of it. */
const CHARACTERS_A_STEP = 1_000;
const VALUES_A_STEP = 20;
/** Joined texts grow faster than what they are joined of. */
const LONGEST_TEXT = 16 * 1024 * 1024;

/** An evaluation that would take too long. */
export class ExpressionTooCostly extends Error {
  override readonly name = 'ExpressionTooCostly';
}

/** The part of an expression's tree that is worked with here; its library does not describe it. */
export interface ExpressionNode {
  op: string;
  args: unknown;
  /** The expansion of a macro. */
  meta: { alternate?: ExpressionNode };
  evaluate: (...given: unknown[]) => unknown;
}

let stepsLeft = MOST_STEPS;

/** Evaluates with its own budget; ExpressionTooCostly ends it. */
export function withinBudget<Value>(evaluate: () => Value): Value {
  stepsLeft = MOST_STEPS;
  return evaluate();
}

/** Subtracts steps from the current evaluation. */
export function spend(steps: number): void {
  stepsLeft -= steps;
  if (stepsLeft < 0)
    throw new ExpressionTooCostly('The expression needs too many steps for its data: simplify it');
}

/** Makes each node of a tree, including the expansion of its macros, count its steps. */
export function meter(root: ExpressionNode): void {
  for (const node of nodesOf(root)) {
    meterNode(node);
    if (node.op === 'comprehension') endWithBudget(node.args);
  }
}

/** A macro that asks of each value of a list keeps errors to itself, and would ask on. */
function endWithBudget(args: unknown): void {
  if (typeof args !== 'object' || args === null || !('condition' in args)) return;
  const { condition } = args as { condition?: (soFar: unknown) => unknown };
  if (condition === undefined) return;
  args.condition = (soFar: unknown) => stepsLeft >= 0 && condition(soFar);
}

/** The library sets `evaluate` itself, once it knows a node's types. */
function meterNode(node: ExpressionNode): void {
  let { evaluate } = node;
  // The list that a macro grows is passed on at every step.
  const costsByValue = !node.op.startsWith('accu');
  const metered = (...given: unknown[]) => {
    spend(1);
    const value = evaluate.apply(node, given);
    if (costsByValue) spend(sizeInSteps(value));
    return value;
  };
  Object.defineProperty(node, 'evaluate', {
    get: () => metered,
    set: (other: ExpressionNode['evaluate']) => {
      evaluate = other;
    },
  });
}

/** All nodes of a tree, each once. */
export function nodesOf(root: ExpressionNode): Set<ExpressionNode> {
  const nodes = new Set<ExpressionNode>();
  const seen = new Set<object>();
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isNode(value)) {
      nodes.add(value);
      pending.push(value.args, value.meta.alternate);
    } else pending.push(...(Object.values(value) as unknown[]));
  }
  return nodes;
}

function isNode(value: object): value is ExpressionNode {
  return 'op' in value && 'args' in value && 'evaluate' in value;
}

function sizeInSteps(value: unknown): number {
  if (typeof value === 'string') {
    if (value.length > LONGEST_TEXT)
      throw new ExpressionTooCostly('The expression builds a text that is too long');
    return value.length / CHARACTERS_A_STEP;
  }
  return typeof value === 'object' && value !== null ? valuesIn(value) / VALUES_A_STEP : 0;
}

const sizes = new WeakMap<object, number>();

/** How many values a list or an object holds at any depth; counted once. */
function valuesIn(whole: object): number {
  const known = sizes.get(whole);
  if (known !== undefined) return known;
  let values = 0;
  const pending: object[] = [whole];
  for (let each = pending.pop(); each !== undefined; each = pending.pop()) {
    const children: unknown[] =
      each instanceof Map ? [...(each.values() as Iterable<unknown>)] : Object.values(each);
    for (const child of children) {
      values += typeof child === 'string' ? 1 + child.length / CHARACTERS_A_STEP : 1;
      if (typeof child === 'object' && child !== null) pending.push(child);
    }
  }
  sizes.set(whole, values);
  return values;
}
