import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allTaskKinds, decisionsOf, type HumanTask, offeredDecisions, voteOf } from './registry.ts';
import { isDecided, votesFor, withVote } from './votes.ts';

const task: HumanTask = {
  kind: 'approve_tool_call',
  id: 'task-1',
  speaker: 'clerk',
  turn: 0,
  seq: 1,
  deadlineAtMs: 0,
  onDeadline: 'reject',
  index: 0,
  tool: 'pay',
  reason: 'policy',
  quorum: 2,
};
const vote = (userId: string, decision: string, atMs = 0) => ({
  userId,
  decision,
  submissionId: `${userId}-${String(atMs)}`,
  atMs,
});

describe('votes on a task', () => {
  it('decide it once as many have approved as have to', () => {
    const one = withVote(task, vote('ada', 'approve'));
    expect([isDecided(one), votesFor(one)]).toEqual([false, 1]);
    const two = withVote(one, vote('ben', 'approve'));
    expect([isDecided(two), votesFor(two)]).toEqual([true, 2]);
  });

  it('are one of each person: the same again does not count twice, and another takes its place', () => {
    const again = withVote(withVote(task, vote('ada', 'approve')), vote('ada', 'approve', 1));
    expect([isDecided(again), again.votes]).toEqual([false, [vote('ada', 'approve', 1)]]);
    const changed = withVote(again, vote('ada', 'reject', 2));
    expect([isDecided(changed), votesFor(changed)]).toEqual([true, 0]);
  });

  it('approve a task only with as many different people as have to, and a rejection always decides', () => {
    const people = fc.constantFrom('ada', 'ben', 'cleo', 'dan');
    const votes = fc.array(fc.tuple(people, fc.constantFrom('approve', 'approve', 'reject')));
    fc.assert(
      fc.property(votes, fc.integer({ min: 2, max: 4 }), (cast, quorum) => {
        let after: HumanTask = { ...task, quorum };
        const approved = new Set<string>();
        let isRejected = false;
        for (const [person, decision] of cast) {
          if (isDecided(after)) break;
          after = withVote(after, vote(person, decision));
          if (decision === 'reject') isRejected = true;
          else approved.add(person);
        }
        expect(isDecided(after)).toBe(isRejected || approved.size >= quorum);
        expect(new Set(after.votes?.map(({ userId }) => userId)).size).toBe(after.votes?.length ?? 0);
      }),
    );
  });

  it('can be given only where something is approved as it is', () => {
    const offered = (quorum: number | null) =>
      Object.fromEntries(
        allTaskKinds.map((kind) => [kind, offeredDecisions(kind, { failedTools: [], quorum })]),
      );
    expect(offered(2)).toEqual({
      approve_tool_call: ['approve', 'reject'],
      review_message: ['approve', 'reject'],
      give_input: [],
      resolve_error: [],
      wait: [],
    });
    expect(offered(null)['approve_tool_call']).toEqual(decisionsOf('approve_tool_call'));
    expect(voteOf('review_message', 'edit')).toBeNull();
  });
});
