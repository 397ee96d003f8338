import { describe, expect, it } from '@jest/globals';
import type { CallPurpose } from '../../../../../workflows/domain/recordStates.ts';
import { head, message, pageState, task, toolCall } from '../../../../test/support/views.ts';
import type { ControlView } from '../../../data/conversations/control.ts';
import { catalogue } from '../../../languages/en/catalogue.ts';
import { addLanguage } from '../../../languages/translator.ts';
import { doingInWords } from './doing.ts';
import { busyNow, spokenIn } from './lane.ts';

const { t } = addLanguage('en', catalogue);

const control = (active: ControlView['active']): ControlView => ({
  run: 0,
  isEnd: false,
  endedBy: null,
  termination: null,
  turnsTaken: 0,
  turn: 1,
  nextSeq: 2,
  unchecked: [],
  silentCostMicroUsd: 0,
  active,
  handoff: null,
});
const speaking = (speaker: string, scope = '') => ({ scope, turn: 1, speaker, step: 'reply' }) as const;
const asking = (agent: string, purpose: CallPurpose, scope = '') => ({
  id: agent,
  seq: 5,
  scope,
  agent,
  purpose,
  startedAt: '2026-01-01T00:00:00Z',
});
const inWords = (state: Parameters<typeof busyNow>[0]) =>
  busyNow(state, 'boss').map(({ scope, name, doing }) => `${scope}/${name} ${doingInWords(doing, t)}`);

describe('who speaks now', () => {
  it('is several at once, each with what it does', () => {
    expect(
      inWords(
        pageState({
          tasks: [task('t', { speaker: 'customer' }), task('u', { state: 'answered', speaker: 'nobody' })],
          live: [{ seq: 5, source: 'writer', attempt: 1, text: 'Once' }],
          toolCalls: [toolCall('a', { state: 'running', agent: 'clerk' }), toolCall('b', { agent: 'idle' })],
          openCalls: [asking('writer', 'reply'), asking('boss', 'select')],
        }),
      ),
    ).toEqual([
      '/customer waiting for you',
      '/writer writing…',
      '/clerk calling search…',
      '/boss choosing the next speaker…',
    ]);
  });

  it('is the participant too whose inner team works', () => {
    const state = pageState({ openCalls: [asking('librarian', 'reply', 'explorer.ask/shelf~3')] });
    expect(inWords(state)).toEqual([
      'explorer.ask/shelf~3/librarian thinking…',
      'explorer.ask/shelf its team is working…',
      '/explorer its team is working…',
    ]);
  });

  it('is who began the newest turn and has not said yet what it had to', () => {
    const state = pageState({
      control: control([speaking('writer'), speaking('critic'), speaking('boss')]),
      messages: [message(1, 1, { source: 'writer' })],
    });
    expect(inWords(state)).toEqual(['/critic thinking…']);
  });

  it('is nobody once it is over', () => {
    const state = pageState({
      conversation: head(2, { state: 'finished' }),
      openCalls: [asking('writer', 'reply')],
    });
    expect(inWords(state)).toEqual([]);
  });
});

describe('who has spoken', () => {
  it('counts this run, and for a team what its members said', () => {
    const state = pageState({
      conversation: head(1, { run: 1 }),
      messages: [
        message(0, 1, { source: 'old' }),
        message(1, 1, { run: 1, source: 'writer' }),
        message(2, 1, { run: 1, source: 'reporter', scope: 'desk' }),
        message(3, 1, { run: 1, source: 'draft', status: 'draft' }),
      ],
    });
    expect(spokenIn(state)).toEqual(['writer', 'desk']);
  });
});
