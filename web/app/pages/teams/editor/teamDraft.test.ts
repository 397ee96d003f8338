import { describe, expect, test } from '@jest/globals';
import { agent, team } from '../../../../../workflows/domain/team.ts';
import { changeDraft, draftOf } from './teamDraft.ts';
import { placesNaming } from './teamReferences.ts';

const TEXT = JSON.stringify(team({ participants: [agent({ name: 'writer' })] }), null, 2);
const NAME = ['participants', 0, 'name'];

describe('a draft', () => {
  test('has a field’s change in its JSON', () => {
    const draft = changeDraft(draftOf(TEXT), { kind: 'value', path: NAME, value: 'editor' });
    expect(JSON.parse(draft.text)).toMatchObject({ participants: [{ name: 'editor' }] });
    expect(draft.check.ok).toBe(true);
  });

  test('has the JSON’s change in its fields', () => {
    const text = TEXT.replace('"writer"', '"editor"');
    const draft = changeDraft(draftOf(TEXT), { kind: 'text', text });
    expect(draft.value).toMatchObject({ participants: [{ name: 'editor' }] });
    expect(draft.text).toBe(text);
  });

  test('keeps the form as it was while the JSON is none', () => {
    const draft = changeDraft(draftOf(TEXT), { kind: 'text', text: TEXT.slice(0, -1) });
    expect(draft.value).toMatchObject({ participants: [{ name: 'writer' }] });
    expect(draft.check).toMatchObject({ ok: false, isJson: false });
  });

  test('has a participant’s new name wherever their own team names them, and not in other teams', () => {
    const inner = team({
      participants: [agent({ name: 'writer' })],
      termination: { kind: 'source_match', sources: ['writer'] },
    });
    const outer = team({
      participants: [agent({ name: 'writer' }), { kind: 'team', name: 'desk', description: '', team: inner }],
      termination: { kind: 'source_match', sources: ['writer'] },
    });
    const at = ['participants', 1, 'team'];
    const draft = changeDraft(draftOf(JSON.stringify(outer)), {
      kind: 'name',
      team: at,
      participant: 0,
      places: placesNaming(inner, 0),
      name: 'editor',
    });
    expect(draft.check).toMatchObject({
      ok: true,
      config: {
        termination: { sources: ['writer'] },
        participants: [
          { name: 'writer' },
          { team: { participants: [{ name: 'editor' }], termination: { sources: ['editor'] } } },
        ],
      },
    });
  });

  test('holds what is no team yet', () => {
    const draft = changeDraft(draftOf(TEXT), { kind: 'value', path: NAME, value: '' });
    expect(draft.check).toMatchObject({ ok: false, issues: [{ path: NAME }] });
  });

  test('remembers what a field can’t put into the JSON, until it can or the JSON is written anew', () => {
    const path = ['participants', 0, 'output', 'schema'];
    const unfinished = changeDraft(draftOf(TEXT), { kind: 'unfinished', path, message: 'no JSON' });
    expect(Object.values(unfinished.unfinished)).toEqual([{ path, message: 'no JSON' }]);
    expect(changeDraft(unfinished, { kind: 'unfinished', path, message: null }).unfinished).toEqual({});
    expect(changeDraft(unfinished, { kind: 'text', text: `${TEXT} ` }).unfinished).toEqual({});
  });
});
