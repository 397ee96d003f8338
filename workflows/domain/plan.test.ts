import { describe, expect, it } from '@jest/globals';
import { modelClient } from './model.ts';
import { planOf } from './plan.ts';
import { agent, team, type TeamConfig } from './team.ts';

const writer = agent({
  name: 'writer',
  description: 'DESCRIPTION',
  systemMessage: 'PROMPT',
  model: modelClient({ model: 'MODEL' }),
  review: { deadlineSeconds: 60, onDeadline: 'approve' },
  maxToolIterations: 3,
  reflectOnToolUse: true,
});

const whole: TeamConfig = team({
  participants: [
    writer,
    {
      kind: 'person',
      name: 'customer',
      description: 'DESCRIPTION',
      prompt: 'PROMPT',
      deadlineSeconds: 90,
      onDeadline: 'skip',
    },
  ],
  termination: { kind: 'max_messages', maxMessages: 4, includeAgentEvents: false },
  maxTurns: 7,
});

const plannedWriter = {
  kind: 'agent',
  name: 'writer',
  review: { deadlineSeconds: 60, onDeadline: 'approve' },
  maxToolIterations: 3,
  reflectOnToolUse: true,
  teams: {},
};

describe('a plan', () => {
  it('says who takes part, who is reviewed and when it is over', () => {
    expect(planOf(whole)).toEqual({
      pattern: { kind: 'round_robin' },
      participants: [
        plannedWriter,
        { kind: 'person', name: 'customer', deadlineSeconds: 90, onDeadline: 'skip' },
      ],
      termination: { kind: 'max_messages', maxMessages: 4, includeAgentEvents: false },
      maxTurns: 7,
      emitTeamEvents: false,
    });
  });

  it('holds no prompt, description or model', () => {
    expect(JSON.stringify(planOf(whole))).not.toMatch(/PROMPT|DESCRIPTION|MODEL/);
  });

  it('plans inner teams, and says which participant writes code itself', () => {
    const outer = team({
      participants: [
        { kind: 'team', name: 'inner', description: 'DESCRIPTION', team: whole },
        {
          kind: 'society',
          name: 'society',
          description: 'DESCRIPTION',
          team: whole,
          model: null,
          instruction: 'PROMPT',
          responsePrompt: 'PROMPT',
          context: { kind: 'unbounded' },
        },
        {
          kind: 'code_executor',
          name: 'runner',
          description: 'DESCRIPTION',
          systemMessage: 'PROMPT',
          model: 'none',
          context: { kind: 'unbounded' },
          sources: null,
          maxRetriesOnError: 2,
          supportedLanguages: ['python'],
          timeoutSeconds: 60,
        },
      ],
    });
    expect(planOf(outer).participants).toEqual([
      { kind: 'team', name: 'inner', team: planOf(whole) },
      { kind: 'society', name: 'society', team: planOf(whole) },
      { kind: 'code_executor', name: 'runner', writesCode: false, maxRetriesOnError: 2 },
    ]);
    expect(JSON.stringify(planOf(outer))).not.toMatch(/PROMPT|DESCRIPTION/);
  });

  it('makes the participant behind a tool a team of its own', () => {
    const boss = agent({
      name: 'boss',
      tools: [
        { kind: 'participant', name: 'writer', description: '', participant: writer, returnsLastOnly: true },
        {
          kind: 'participant',
          name: 'panel',
          description: '',
          participant: { kind: 'team', name: 'panel', description: '', team: whole },
          returnsLastOnly: false,
        },
      ],
    });
    expect(planOf(team({ participants: [boss] })).participants).toMatchObject([
      {
        teams: {
          writer: { pattern: { kind: 'single_agent' }, participants: [plannedWriter], termination: null },
          panel: planOf(whole),
        },
      },
    ]);
  });

  it('leaves the turn limit to Magentic-One itself', () => {
    const plan = planOf(
      team({
        participants: [writer],
        maxTurns: 20,
        pattern: {
          kind: 'magentic_one',
          model: modelClient({ model: 'MODEL' }),
          maxStalls: 3,
          maxResets: null,
          finalAnswerPrompt: 'PROMPT',
        },
      }),
    );
    expect(plan.maxTurns).toBeNull();
    expect(plan.pattern).toEqual({ kind: 'magentic_one', maxTurns: 20, maxStalls: 3, maxResets: null });
  });

  it('says of a selector only what decides without its model', () => {
    const plan = planOf(
      team({
        participants: [writer, agent({ name: 'critic' })],
        pattern: {
          kind: 'selector',
          model: null,
          prompt: 'PROMPT',
          allowRepeatedSpeaker: false,
          maxAttempts: 3,
          candidateFilter: 'name != previous',
          streaming: false,
          context: { kind: 'unbounded' },
        },
      }),
    );
    expect(plan.pattern).toEqual({
      kind: 'selector',
      allowRepeatedSpeaker: false,
      filtered: true,
      shownAttempts: 0,
    });
  });
});
