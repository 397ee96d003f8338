import { expect, test } from '@jest/globals';
import { exportComponent } from '../../../../../workflows/contracts/autogen/exportComponent.ts';
import { agent, team, type TeamConfig } from '../../../../../workflows/domain/team.ts';
import { english } from '../../../languages/english.server.ts';
import { fault } from '../../../languages/fault.ts';
import { readDefinition } from '../readDefinition.ts';
import { issuesInside, notesAbout, problemsInside, warningsAbout } from './findings.server.ts';

const withTool = (source: string, imports: string[] = []): TeamConfig =>
  team({
    participants: [
      agent({
        name: 'writer',
        tools: [{ kind: 'python', name: 'add', description: 'Adds.', source, imports }],
      }),
    ],
  });
const nested = (inner: TeamConfig): TeamConfig =>
  team({
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

test('says where a function is no Python, in inner teams and behind tools too', () => {
  const issues = issuesInside(nested(withTool('def add(a: int) -> int:\n    return a +\n')));
  expect(issues.map(({ path }) => path.join('.'))).toEqual([
    'participants.0.team.participants.0.tools.0.source',
    'participants.1.tools.0.participant.team.participants.0.tools.0.source',
  ]);
  expect(english(issues[0]?.message ?? '')).toBe(
    'Line 2, column 15 isn’t valid Python: Expected an expression. Correct the function.',
  );
});

test('warns of what the sandbox has not, which is no issue', () => {
  const config = withTool('import numpy\ndef add(a: int) -> int: return a', ['import json', 'import bs4']);
  expect(issuesInside(config)).toEqual([]);
  expect(warningsAbout(config).map(({ path, message }) => ({ path, message: english(message) }))).toEqual([
    {
      path: ['participants', 0, 'tools', 0, 'imports', 1],
      message:
        'The sandbox has no module bs4, so calls of the tool will fail. Use an HTTP tool or an MCP server.',
    },
    {
      path: ['participants', 0, 'tools', 0, 'source'],
      message:
        'The sandbox has no module numpy, so calls of the tool will fail. Use an HTTP tool or an MCP server.',
    },
  ]);
});

test('names the place in the file that the team came from', () => {
  const broken = withTool('def add(a: int) -> int:\n    return a +\n', ['import bs4']);
  const file: unknown = JSON.parse(JSON.stringify(exportComponent(nested(broken), 'gpt-4o-mini').component));
  const read = readDefinition(file);
  if (!read.ok) throw new Error('It should be read');
  const [imported] = read.teams;
  if (imported === undefined) throw new Error('It should hold a team');
  const toolOf = (agentAt: string) => `${agentAt}.config.workbench[0].config.tools[0].config`;
  const inner = toolOf('$.config.participants[0].config.participants[0]');
  expect(problemsInside(imported).map(({ path }) => path)).toEqual([
    `${inner}.source_code`,
    expect.stringMatching(/^\$\.config\.participants\[1\]\.config\.workbench\[0\].*\.source_code$/),
  ]);
  expect(problemsInside(imported)[0]).toMatchObject({
    message: fault('pythonFindings:faults.syntax', { line: 2, column: 15, reason: 'Expected an expression' }),
    fix: fault('pythonFindings:faults.fixFunction'),
  });
  expect(notesAbout(imported)[0]?.path).toBe(`${inner}.global_imports[0]`);
});

test('and in a team of ours', () => {
  const read = readDefinition(withTool('x = 1'));
  if (!read.ok) throw new Error('It should be read');
  expect(read.teams.flatMap(problemsInside)).toEqual([
    {
      path: '$.participants[0].tools[0].source',
      message: fault('pythonFindings:faults.noFunction'),
      fix: fault('pythonFindings:faults.fixNoFunction'),
    },
  ]);
});
