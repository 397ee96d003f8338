import { expect, test } from '@jest/globals';
import { exportComponent } from '../../../../../workflows/contracts/autogen/exportComponent.ts';
import { agent, team } from '../../../../../workflows/domain/team.ts';
import { readTeamFile } from './readTeamFile.server.ts';

const TOOL = '$.config.participants[0].config.workbench[0].config.tools[0].config';

function fileWith(source: string, imports: string[] = []): string {
  const tool = { kind: 'python', name: 'add', description: 'Adds.', source, imports } as const;
  const config = team({
    participants: [agent({ name: 'solver', tools: [tool] }), agent({ name: 'critic' })],
  });
  return JSON.stringify(exportComponent(config, 'gpt-4o-mini').component);
}

test('refuses source that AutoGen could not load, at its place in the file', () => {
  const report = readTeamFile(fileWith('def add(a: int, b: int) -> int:\n    return a +\n'));
  expect(report).toEqual({
    teams: [],
    notes: [],
    problems: [
      {
        path: `${TOOL}.source_code`,
        message: 'Line 2, column 15 is no Python: Expected an expression',
        fix: 'Correct the function',
      },
    ],
  });
});

test('imports a tool that needs a module which the sandbox has not, and says so', () => {
  const { teams, problems } = readTeamFile(
    fileWith('def add(a: int) -> int:\n    return a\n', ['import numpy']),
  );
  expect(problems).toEqual([]);
  expect(teams).toHaveLength(1);
  expect(teams[0]?.notes).toContainEqual({
    path: `${TOOL}.global_imports[0]`,
    message:
      'The sandbox has no module numpy: calls of the tool will fail; use an HTTP tool or an MCP server',
  });
});
