import { agent, team } from '../team.ts';
import type { TeamTemplate } from './template.ts';

export const researchDesk: TeamTemplate = {
  slug: 'research-desk',
  config: team({
    description: 'A desk where the work still to be done decides who speaks next.',
    pattern: {
      kind: 'selector',
      model: null,
      prompt:
        'You lead a research desk. Its members:\n{roles}\n\nThe work so far:\n{history}\n\n' +
        'Choose from {participants} who does the next piece of work. The planner begins. Choose the reporter only ' +
        'once the findings answer the question. Reply with one name and nothing else.',
      allowRepeatedSpeaker: false,
      maxAttempts: 3,
      candidateFilter: null,
      streaming: false,
      context: { kind: 'unbounded' },
    },
    participants: [
      agent({
        name: 'planner',
        description: 'Breaks the question into parts and says what is still missing.',
        systemMessage:
          'You are a planner. Break the question into two to five smaller ones that together answer it, and say for each ' +
          'whether the researcher or the analyst should take it. When you are asked again, name only what is missing.',
      }),
      agent({
        name: 'researcher',
        description: 'Collects the facts for one part of the question.',
        systemMessage:
          'You are a researcher. List the facts that bear on the open part of the question: one sentence each, with how ' +
          'sure you are and where it could be checked. Say plainly what you do not know. Draw no conclusions.',
      }),
      agent({
        name: 'analyst',
        description: 'Weighs facts, calculates, and draws conclusions.',
        systemMessage:
          'You are an analyst. Work with the facts on the table: calculate, compare, conclude. Show each calculation on ' +
          'a line of its own. Say what would change your conclusion.',
      }),
      agent({
        name: 'reporter',
        description: 'Writes the final report once the findings answer the question.',
        systemMessage:
          'You are a reporter. Write the answer for somebody who reads only the first paragraph: the recommendation, the ' +
          'reasons, what is uncertain. Use nothing that the desk has not found. End with REPORT COMPLETE.',
      }),
    ],
    termination: {
      kind: 'or',
      conditions: [
        { kind: 'text_mention', text: 'REPORT COMPLETE', sources: ['reporter'] },
        { kind: 'max_messages', maxMessages: 20, includeAgentEvents: false },
      ],
    },
  }),
};
