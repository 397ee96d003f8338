import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plannedAgent, planWith } from '../../../test/support/plans.ts';
import { agent, team } from '../team.ts';
import {
  innerTeamsOf,
  isFleeting,
  outerScope,
  planAt,
  scopeTitle,
  societyScope,
  teamScope,
  toolScope,
  toolTeamsOf,
} from './scope.ts';

const lab = planWith([plannedAgent('chemist')], { maxTurns: 1 });
const desk = planWith([plannedAgent('clerk', { teams: { lab } })], { maxTurns: 2 });
const plan = planWith([
  { kind: 'team', name: 'desk', team: desk },
  { kind: 'society', name: 'jury', team: lab },
  plannedAgent('writer', { teams: { lab } }),
]);

describe('a scope', () => {
  it('names the way to an inner team', () => {
    expect(teamScope('', 'desk')).toBe('desk');
    expect(toolScope('desk', 'clerk', 'lab')).toBe('desk/clerk.lab');
    expect(societyScope('', 'jury', 7)).toBe('jury~7');
  });

  it('leads back to the team around it', () => {
    expect(['desk', 'desk/clerk.lab', 'a/b/c'].map(outerScope)).toEqual(['', 'desk', 'a/b']);
  });

  it('says whether its team begins anew each time', () => {
    expect(['', 'desk', 'jury~7', 'jury~7/desk', 'desk/jury~7'].map(isFleeting)).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
  });

  it('has the plan of its team, at any depth', () => {
    expect(planAt(plan, '')).toBe(plan);
    expect(planAt(plan, 'desk')).toBe(desk);
    expect(planAt(plan, 'desk/clerk.lab')).toBe(lab);
    expect(planAt(plan, 'jury~7')).toBe(lab);
    expect(planAt(plan, 'writer.lab')).toBe(lab);
  });

  it.each(['nobody', 'writer', 'writer.pay', 'desk.lab', 'desk/nobody'])('"%s" names no team', (scope) => {
    expect(() => planAt(plan, scope)).toThrow('There is no inner team');
  });

  it('names the teams that take turns in it: neither societies nor tools', () => {
    expect(innerTeamsOf(plan, '')).toEqual(['desk']);
    expect(innerTeamsOf(plan, 'outer')).toEqual(['outer/desk']);
  });

  it('names the teams behind the tools of its participants', () => {
    const lab = { kind: 'team' as const, name: 'lab', description: '', team: team({ participants: [] }) };
    const tool = { kind: 'participant' as const, name: 'lab', description: '', participant: lab };
    const desk = agent({ name: 'clerk', tools: [{ ...tool, returnsLastOnly: true }] });
    const inner = {
      kind: 'team' as const,
      name: 'desk',
      description: '',
      team: team({ participants: [desk] }),
    };
    expect(toolTeamsOf({ participants: [desk, inner, agent({ name: 'writer' })] }, '')).toEqual([
      'clerk.lab',
    ]);
  });

  it('leads to its team whatever the names on its way hold', () => {
    const name = fc.oneof(
      fc.constantFrom('规划', 'Team v1.2', 'a/b', 'a~7', '50% off', '%2F', '%', 'constructor', '__proto__'),
      fc.string({ unit: fc.constantFrom('.', '/', '~', '%', '2', 'F', '5', 'E', '规'), minLength: 1 }),
    );
    fc.assert(
      fc.property(name, name, name, fc.nat(), (outer, inner, tool, turn) => {
        const behindTool = planWith([plannedAgent('x')], { maxTurns: 1 });
        const teams = Object.fromEntries([[tool, behindTool]]);
        const society = planWith([plannedAgent(inner, { teams })]);
        const whole = planWith([{ kind: 'society', name: outer, team: society }]);
        const scope = societyScope('', outer, turn);
        const deep = toolScope(scope, inner, tool);
        expect(planAt(whole, scope)).toBe(society);
        expect(planAt(whole, deep)).toBe(behindTool);
        expect(outerScope(deep)).toBe(scope);
        expect([isFleeting(scope), isFleeting(deep)]).toEqual([true, false]);
        expect(scopeTitle(deep)).toBe(`${outer} / ${inner} → ${tool}`);
      }),
    );
  });

  it('reads as a path', () => {
    expect(scopeTitle('desk/clerk.lab/jury~7')).toBe('desk / clerk → lab / jury');
  });
});
