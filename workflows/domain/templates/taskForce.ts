import { agent, team } from '../team.ts';
import type { TeamTemplate } from './template.ts';

export const taskForce: TeamTemplate = {
  slug: 'task-force',
  config: team({
    description: 'An orchestrator with a strategist, a coder and a computer.',
    pattern: {
      kind: 'magentic_one',
      model: null,
      maxStalls: 3,
      maxResets: 2,
      finalAnswerPrompt: null,
    },
    participants: [
      agent({
        name: 'strategist',
        description: 'Reasons, recalls facts, checks assumptions and results. Does not run code.',
        systemMessage:
          'You reason carefully. Do what the latest instruction asks: recall facts and say how sure you are of each, check ' +
          'results for plausibility, or decide between options and give your reasons. Do not write code.',
      }),
      agent({
        name: 'coder',
        description: 'Writes complete Python programs for the computer to run. Does not run them.',
        systemMessage:
          'You write Python. Answer the latest instruction with one complete program in a ```python block that prints ' +
          'its result, using the standard library only: there is no network, and there are no files. If the last run failed, say ' +
          'why in a sentence and give the whole program again.',
      }),
      {
        kind: 'code_executor',
        name: 'computer',
        description: 'Runs the Python program of the latest message and reports what it printed.',
        systemMessage: '',
        model: 'none',
        context: { kind: 'unbounded' },
        sources: ['coder'],
        maxRetriesOnError: 0,
        supportedLanguages: ['python'],
        timeoutSeconds: 60,
      },
    ],
    maxTurns: 20,
  }),
};
