import { Environment } from '@marcbachmann/cel-js';
import { LRUCache } from 'lru-cache';
import { RE2JS, RE2JSException } from 're2js';
import {
  type ExpressionNode,
  ExpressionTooCostly,
  meter,
  nodesOf,
  spend,
  withinBudget,
} from './expressionBudget.ts';

/** A CEL expression that can't be read; its message says where. */
export class InvalidExpressionError extends Error {
  override readonly name = 'InvalidExpressionError';
}

/** What an expression may look at: plain JSON by name. */
export type ExpressionVariables = Record<string, unknown>;

type Compiled = (variables: ExpressionVariables) => unknown;

const KEPT = 1_000;
const compiled = new LRUCache<string, Compiled>({ max: KEPT });
const patterns = new LRUCache<string, RE2JS>({ max: KEPT });

/** Characters that an expression may have. */
const LONGEST_EXPRESSION = 10_000;
/** Macros within macros: each goes through a list for every step of the one around it. */
const DEEPEST_MACROS = 3;
const LIMITS = { maxAstNodes: 2_000, maxDepth: 100 };
/** Of a regular expression's program times characters, in one step. */
const MATCHING_A_STEP = 100;

/** CEL's own `matches`, but in linear time: the library's is JavaScript's, which backtracks. */
const MATCHES = 'matches';
const MATCHES_LINEARLY = 'matchesLinearly';

const environment = new Environment({ unlistedVariablesAreDyn: true, limits: LIMITS }).registerFunction(
  `string.${MATCHES_LINEARLY}(string): bool`,
  (text: string, pattern: string) => {
    const expression = patternOf(pattern);
    spend((text.length * expression.programSize()) / MATCHING_A_STEP);
    return expression.test(text);
  },
);

/** Throws InvalidExpressionError where the text is no CEL, or no evaluation of it could come to an end in time. */
export function checkExpression(expression: string): void {
  const nodes = nodesOf(treeOf(expression).ast);
  for (const node of nodes) {
    const pattern = patternIn(node);
    if (pattern === null) continue;
    try {
      patternOf(pattern);
    } catch (error) {
      if (!(error instanceof RE2JSException)) throw error;
      throw new InvalidExpressionError(`${error.message} (regular expressions use RE2's syntax)`);
    }
  }
}

/**
 * Whether an expression is true. One that asks for what is not there, gives something else than true or false, or takes
 * too long, does not hold: `null` says so.
 */
export function holds(expression: string, variables: ExpressionVariables): boolean | null {
  try {
    const evaluate = compile(expression);
    const value = withinBudget(() => evaluate(variables));
    return typeof value === 'boolean' ? value : null;
  } catch (error) {
    if (error instanceof InvalidExpressionError) throw error;
    return null;
  }
}

/** Which expressions hold for a message: `type`, `source`, `content` and `target` ("" where it is no handoff). */
export function matchingExpressions(
  expressions: readonly string[],
  message: { type: string; source: string; content: string; target: string },
): string[] {
  return expressions.filter((expression) => holds(expression, message) === true);
}

function compile(expression: string): Compiled {
  const known = compiled.get(expression);
  if (known !== undefined) return known;
  const fresh = treeOf(expression);
  for (const node of nodesOf(fresh.ast)) makeLinear(node);
  meter(fresh.ast);
  compiled.set(expression, fresh.evaluate);
  return fresh.evaluate;
}

function treeOf(expression: string): { ast: ExpressionNode; evaluate: Compiled } {
  if (expression.length > LONGEST_EXPRESSION) {
    throw new InvalidExpressionError(
      `has ${String(expression.length)} characters; at most ${String(LONGEST_EXPRESSION)} are allowed`,
    );
  }
  try {
    const evaluate = environment.parse(expression);
    const ast = evaluate.ast as unknown as ExpressionNode;
    if (isDeeper(ast, DEEPEST_MACROS)) {
      throw new InvalidExpressionError(
        `has macros nested more than ${String(DEEPEST_MACROS)} deep, which takes too long`,
      );
    }
    return { ast, evaluate };
  } catch (error) {
    if (error instanceof InvalidExpressionError) throw error;
    throw new InvalidExpressionError(error instanceof Error ? error.message : 'not a CEL expression');
  }
}

/** Whether macros over lists are nested more deeply than that. */
function isDeeper(node: ExpressionNode, levels: number): boolean {
  const { alternate } = node.meta;
  const within = alternate === undefined ? levels : levels - 1;
  if (within < 0) return true;
  return childrenOf(node.args).some((child) => isDeeper(child, within));
}

function childrenOf(args: unknown): ExpressionNode[] {
  if (typeof args !== 'object' || args === null) return [];
  if ('op' in args) return [args as ExpressionNode];
  return Object.values(args).flatMap(childrenOf);
}

function makeLinear(node: ExpressionNode): void {
  if (node.op === 'rcall' && Array.isArray(node.args) && node.args[0] === MATCHES) {
    node.args[0] = MATCHES_LINEARLY;
  }
}

/** The regular expression of a call of `matches` that has one as a text. */
function patternIn(node: ExpressionNode): string | null {
  if (node.op !== 'rcall' || !Array.isArray(node.args) || node.args[0] !== MATCHES) return null;
  const [given] = childrenOf(node.args[2]);
  return given?.op === 'value' && typeof given.args === 'string' ? given.args : null;
}

function patternOf(pattern: string): RE2JS {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  if (pattern.length > LONGEST_EXPRESSION) throw new ExpressionTooCostly('The pattern is too long');
  const fresh = RE2JS.compile(pattern);
  patterns.set(pattern, fresh);
  return fresh;
}
