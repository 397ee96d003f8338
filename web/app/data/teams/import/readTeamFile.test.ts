import { expect, test } from '@jest/globals';
import { exportComponent } from '../../../../../workflows/contracts/autogen/exportComponent.ts';
import { agent, team } from '../../../../../workflows/domain/team.ts';
import { fault } from '../../../languages/fault.ts';
import { parseTeamFile } from './parseTeamFile.server.ts';

const TOOL = '$.config.participants[0].config.workbench[0].config.tools[0].config';

function fileWith(source: string, imports: string[] = []): string {
  const tool = { kind: 'python', name: 'add', description: 'Adds.', source, imports } as const;
  const config = team({
    participants: [agent({ name: 'solver', tools: [tool] }), agent({ name: 'critic' })],
  });
  return JSON.stringify(exportComponent(config, 'gpt-4o-mini').component);
}

test('refuses source that AutoGen could not load, at its place in the file', () => {
  const report = parseTeamFile(fileWith('def add(a: int, b: int) -> int:\n    return a +\n'));
  expect(report).toEqual({
    teams: [],
    notes: [],
    problems: [
      {
        path: `${TOOL}.source_code`,
        message: fault('pythonFindings:faults.syntax', {
          line: 2,
          column: 15,
          reason: 'Expected an expression',
        }),
        fix: fault('pythonFindings:faults.fixFunction'),
      },
    ],
  });
});

test('imports a tool that needs a module which the sandbox has not, and says so', () => {
  const { teams, problems } = parseTeamFile(
    fileWith('def add(a: int) -> int:\n    return a\n', ['import numpy']),
  );
  expect(problems).toEqual([]);
  expect(teams).toHaveLength(1);
  expect(teams[0]?.notes).toContainEqual({
    path: `${TOOL}.global_imports[0]`,
    message: fault('pythonFindings:faults.whatAndFix', {
      what: fault('pythonFindings:faults.notInSandbox', { module: 'numpy' }),
      fix: fault('pythonFindings:faults.fixNotInSandbox'),
    }),
  });
});
