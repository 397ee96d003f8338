import { agent, team } from '../team.ts';
import type { TeamTemplate } from './template.ts';

export const researchDesk: TeamTemplate = {
  slug: 'research-desk',
  name: 'Research desk',
  summary:
    'A model chooses who speaks next: a planner divides the question, a researcher and an analyst work on it, a reporter writes it up. Take it where the order depends on what is found.',
  exampleTask:
    'Should a shop with 20,000 visits a month offer payment by invoice? Weigh costs against sales.',
  config: team({
    description: 'A desk whose next speaker is chosen by what is needed.',
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
        description: 'Divides the question into what has to be found out, and says what is still missing.',
        systemMessage:
          'You are a planner. Divide the question into two to five smaller ones that together answer it, and say for ' +
          'each whether the researcher or the analyst takes it. When you are asked again, name only what is missing.',
      }),
      agent({
        name: 'researcher',
        description: 'Collects facts that bear on a part of the question.',
        systemMessage:
          'You are a researcher. For the part that is open, list the facts that bear on it: each in one sentence, with ' +
          'how sure you are of it and where it could be checked. Say plainly what you do not know. No conclusions.',
      }),
      agent({
        name: 'analyst',
        description: 'Weighs facts, calculates, and draws conclusions.',
        systemMessage:
          'You are an analyst. Work with the facts that are on the table: calculate, compare, conclude. Show each ' +
          'calculation in a line. Say what would change your conclusion.',
      }),
      agent({
        name: 'reporter',
        description: 'Writes the final report once the findings answer the question.',
        systemMessage:
          'You are a reporter. Write the answer for somebody who reads only its first paragraph: recommendation, ' +
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
