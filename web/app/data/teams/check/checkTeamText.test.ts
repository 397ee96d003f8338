import { describe, expect, test } from '@jest/globals';
import { printParseErrorCode } from 'jsonc-parser';
import { agent, team } from '../../../../../workflows/domain/team.ts';
import { english } from '../../../languages/english.server.ts';
import { fault } from '../../../languages/fault.ts';
import { checkTeamText, placeIssues } from './checkTeamText.ts';

const TEAM = team({ participants: [agent({ name: 'writer' })] });

function textWith(participant: object): string {
  return JSON.stringify({ ...TEAM, participants: [participant] }, null, 2);
}

describe('checkTeamText', () => {
  test('takes a team', () => {
    const check = checkTeamText(JSON.stringify(TEAM));
    expect(check).toMatchObject({ ok: true, config: TEAM, value: TEAM });
  });

  test('says where a text is no JSON', () => {
    const check = checkTeamText('{\n  "name": "x"\n  "description": ""\n}');
    expect(check).toMatchObject({ ok: false, isJson: false });
    expect(check.ok ? [] : check.issues).toMatchObject([
      {
        path: [],
        line: 3,
        message: fault('findings:faults.notJson', {
          reason: fault('findings:faults.jsonCommaExpected'),
          line: 3,
        }),
      },
    ]);
  });

  test.each(Array.from({ length: 16 }, (_, index) => printParseErrorCode(index + 1)))(
    'has words for what the reader of JSON calls %s',
    (code) => {
      expect(english(`findings:faults.json${code}`)).not.toContain('faults');
    },
  );

  test.each(['', '  ', '{"a": 1} {"b": 2}', '{"a": 1,}', '// a comment\n{}', 'nothing'])(
    '%j is no JSON',
    (text) => {
      expect(checkTeamText(text)).toMatchObject({ ok: false, isJson: false });
    },
  );

  test('puts an issue at its place in the text', () => {
    const text = textWith(agent({ name: 'not a name' }));
    const check = checkTeamText(text);
    const issue = check.ok ? undefined : check.issues[0];
    expect(issue?.path).toEqual(['participants', 0, 'name']);
    expect(text.slice(issue?.from, issue?.to)).toBe('"not a name"');
    expect(text.split('\n')[(issue?.line ?? 0) - 1]).toContain('not a name');
  });

  test('names the fault inside a choice, not the choice', () => {
    const executor = {
      kind: 'code_executor',
      name: 'coder',
      description: '',
      systemMessage: '',
      model: { model: '' },
      context: { kind: 'unbounded' },
      sources: null,
      maxRetriesOnError: 0,
      supportedLanguages: [],
      timeoutSeconds: 1,
    };
    const check = checkTeamText(textWith(executor));
    const paths = check.ok ? [] : check.issues.map(({ path }) => path.join('.'));
    expect(paths).toContain('participants.0.model.model');
  });
});

test('placeIssues shows what is missing at what it is missing from', () => {
  const text = '{\n  "participants": [\n    { "kind": "agent" }\n  ]\n}';
  const [issue] = placeIssues(text, [{ path: ['participants', 0, 'name'], message: 'Is missing' }]);
  expect(text.slice(issue?.from, issue?.to)).toBe('{ "kind": "agent" }');
});
