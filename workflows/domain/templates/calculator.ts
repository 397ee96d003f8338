import { agent, team } from '../team.ts';
import type { PythonTool } from '../tools/kinds/python.ts';
import type { TeamTemplate } from './template.ts';

const evaluate: PythonTool = {
  kind: 'python',
  name: 'evaluate',
  description: 'Evaluates an arithmetic expression exactly: + - * / % ** and parentheses, on numbers.',
  source: `def evaluate(expression: Annotated[str, "For example (3 + 4) * 2.5"]) -> str:
    operators = {
        ast.Add: operator.add,
        ast.Sub: operator.sub,
        ast.Mult: operator.mul,
        ast.Div: operator.truediv,
        ast.Mod: operator.mod,
    }

    def value(node):
        if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
            return Fraction(str(node.value))
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return -value(node.operand)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
            exponent = value(node.right)
            if exponent.denominator != 1 or abs(exponent) > 1000:
                raise ValueError("Exponents are whole numbers up to 1000")
            return value(node.left) ** int(exponent)
        if isinstance(node, ast.BinOp) and type(node.op) in operators:
            return operators[type(node.op)](value(node.left), value(node.right))
        raise ValueError("Only numbers and + - * / % ** are allowed")

    result = value(ast.parse(expression, mode="eval").body)
    return str(result) if result.denominator == 1 else f"{result} = {float(result)}"
`,
  imports: [
    'import ast',
    'import operator',
    'from fractions import Fraction',
    'from typing import Annotated',
  ],
};

const daysBetween: PythonTool = {
  kind: 'python',
  name: 'days_between',
  description: 'Counts the days from one date to another.',
  source: `def days_between(
    first: Annotated[str, "YYYY-MM-DD"], last: Annotated[str, "YYYY-MM-DD"]
) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
`,
  imports: ['from datetime import date', 'from typing import Annotated'],
};

export const calculator: TeamTemplate = {
  slug: 'calculator',
  config: team({
    description: 'An assistant that calculates with tools.',
    pattern: { kind: 'single_agent' },
    participants: [
      agent({
        name: 'assistant',
        description: 'Answers questions that need exact numbers.',
        systemMessage:
          'You answer questions that need exact numbers. Never calculate in your head: call evaluate for each ' +
          'calculation and days_between for dates. Then answer in at most three sentences, with the result first and ' +
          'the expressions that led to it.',
        tools: [evaluate, daysBetween],
        maxToolIterations: 8,
        reflectOnToolUse: true,
      }),
    ],
    toolPolicies: [
      {
        tool: '*',
        approval: { kind: 'never' },
        timeoutSeconds: 10,
        maxResultBytes: 16 * 1024,
        idempotent: true,
      },
    ],
  }),
};
