import { parse } from '@marcbachmann/cel-js';

/** A CEL expression that can't be read; its message says where. */
export class InvalidExpressionError extends Error {
  override readonly name = 'InvalidExpressionError';
}

/** What an expression may look at: plain JSON by name. */
export type ExpressionVariables = Record<string, unknown>;

type Compiled = ReturnType<typeof parse>;

const KEPT = 1_000;
const compiled = new Map<string, Compiled>();

/** Throws InvalidExpressionError where the text is no CEL. */
export function checkExpression(expression: string): void {
  compile(expression);
}

/**
 * Whether an expression is true. One that asks for what is not there, or gives something else than true or false, does
 * not hold: `null` says so.
 */
export function holds(expression: string, variables: ExpressionVariables): boolean | null {
  try {
    const value: unknown = compile(expression)(variables);
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
  try {
    const fresh = parse(expression);
    if (compiled.size >= KEPT) compiled.clear();
    compiled.set(expression, fresh);
    return fresh;
  } catch (error) {
    throw new InvalidExpressionError(error instanceof Error ? error.message : 'not a CEL expression');
  }
}
