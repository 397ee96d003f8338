import { expect, test } from '@jest/globals';
import { agent, DEFAULT_TOOL_POLICY, team, type TeamConfig } from '../../../../../workflows/domain/team.ts';
import { expressionIssues } from './expressionIssues.server.ts';

const withExpression = (expression: string): TeamConfig =>
  team({
    participants: [agent({ name: 'writer' })],
    termination: {
      kind: 'or',
      conditions: [{ kind: 'external' }, { kind: 'expression', expression }],
    },
    toolPolicies: [{ ...DEFAULT_TOOL_POLICY, approval: { kind: 'when', expression } }],
  });

test('finds what is no expression, in inner teams and behind tools too', () => {
  const inner = withExpression('content ==');
  const outer = team({
    participants: [
      { kind: 'team', name: 'inner', description: '', team: inner },
      agent({
        name: 'asker',
        tools: [
          {
            kind: 'participant',
            name: 'ask',
            description: '',
            participant: { kind: 'team', name: 'behind', description: '', team: inner },
            returnsLastOnly: true,
          },
        ],
      }),
    ],
  });
  const behindTool = 'participants.1.tools.0.participant.team';
  expect(expressionIssues(outer).map(({ path }) => path.join('.'))).toEqual([
    'participants.0.team.termination.conditions.1.expression',
    'participants.0.team.toolPolicies.0.approval.expression',
    `${behindTool}.termination.conditions.1.expression`,
    `${behindTool}.toolPolicies.0.approval.expression`,
  ]);
});

test('finds nothing where all can be read', () => {
  expect(expressionIssues(withExpression('content.contains("x") && source != "user"'))).toEqual([]);
});
