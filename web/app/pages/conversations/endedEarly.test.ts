import { describe, expect, it } from '@jest/globals';
import { agent, team } from '../../../../workflows/domain/team.ts';
import type { TerminationState } from '../../../../workflows/domain/terminations/condition.ts';
import { head, message, pageState } from '../../../test/support/views.ts';
import { teamPlanView } from '../../data/conversations/teamView.ts';
import { endedEarly } from './endedEarly.ts';

const edge = {
  target: 'reader',
  condition: 'DONE',
  activationGroup: 'reader',
  activationCondition: 'all',
} as const;

const plan = teamPlanView(
  team({
    participants: [agent({ name: 'writer' }), agent({ name: 'reader' })],
    pattern: {
      kind: 'graph',
      startNode: null,
      nodes: [
        { name: 'writer', activation: 'all', edges: [edge] },
        { name: 'reader', activation: 'all', edges: [] },
      ],
    },
    termination: { kind: 'max_messages', maxMessages: 9, includeAgentEvents: false },
  }),
);

function ended(source: string, content: string, fired: string | null = null) {
  const termination: TerminationState = { kind: 'max_messages', count: 2, fired };
  return pageState({
    conversation: head(2, { state: 'finished', endedAt: '2026-01-01T00:00:00Z' }),
    messages: [message(0, 1, { source: 'user' }), message(1, 2, { source, content })],
    control: {
      run: 0,
      isEnd: true,
      endedBy: fired === null ? 'pattern' : 'condition',
      termination,
      turnsTaken: 1,
      turn: 1,
      nextSeq: 2,
      unchecked: [],
      silentCostMicroUsd: 0,
      active: [],
      handoff: null,
    },
  });
}

describe('a graph’s end', () => {
  it('is early where no edge matched what was said last', () => {
    expect(endedEarly(ended('writer', 'Not yet.'), plan)).toEqual(['writer']);
  });

  it('is not where the way is at its end', () => {
    expect(endedEarly(ended('reader', 'Read.'), plan)).toEqual([]);
  });

  it('is not where a condition ended the run', () => {
    expect(endedEarly(ended('writer', 'Not yet.', 'Maximum reached'), plan)).toEqual([]);
  });
});
