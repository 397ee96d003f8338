import { expect, test } from '@jest/globals';
import { agent, team } from '../../../../../workflows/domain/team.ts';
import { english } from '../../../languages/english.server.ts';
import { findingsInText } from './findingsInText.server.ts';

const textWith = (source: string) =>
  JSON.stringify(
    team({
      participants: [
        agent({
          name: 'writer',
          tools: [{ kind: 'python', name: 'add', description: 'Adds.', source, imports: [] }],
        }),
      ],
    }),
    null,
    2,
  );

test('points at the source in the text', () => {
  const text = textWith('import yaml\ndef add(a: int) -> int: return a +\n');
  const { issues } = findingsInText(text);
  expect(issues.map(({ message }) => english(message))).toEqual([
    'Line 2, column 35 isn’t valid Python: Expected an expression. Correct the function.',
  ]);
  const [issue] = issues;
  expect(text.slice(issue?.from, issue?.to)).toMatch(/^"import yaml\\ndef add/);
});

test('warns where nothing is wrong, and is silent where the text is no team', () => {
  const { issues, warnings } = findingsInText(textWith('import yaml\ndef add(a: int) -> int: return a\n'));
  expect(issues).toEqual([]);
  expect(warnings).toMatchObject([{ path: ['participants', 0, 'tools', 0, 'source'] }]);
  expect(findingsInText('{')).toEqual({ issues: [], warnings: [] });
});
