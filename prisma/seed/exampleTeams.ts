import { agent, team, type TeamConfig } from '../../workflows/domain/team.ts';

/** A team that a new project contains, to try and to copy. */
export interface ExampleTeam {
  name: string;
  description: string;
  config: TeamConfig;
}

const DAY_SECONDS = 24 * 60 * 60;

export const exampleTeams: ExampleTeam[] = [
  {
    name: 'Writer and editor',
    description:
      'A writer drafts, you approve, edit or send back each draft, and an editor polishes what you let pass.',
    config: team({
      participants: [
        agent({
          name: 'writer',
          description: 'Drafts the text and takes in what it is told.',
          systemMessage:
            'You are a writer. Draft what the task asks for, in plain and warm words. When somebody remarks on your ' +
            'draft, write it again with the remark taken in.',
          review: { deadlineSeconds: DAY_SECONDS, onDeadline: 'stop' },
        }),
        agent({
          name: 'editor',
          description: 'Polishes the draft and says when it is done.',
          systemMessage:
            "You are an editor. Tighten the writer's text and say what still has to change. Write FINISHED on a line " +
            'of its own when nothing has.',
        }),
      ],
      termination: {
        kind: 'or',
        conditions: [
          { kind: 'text_mention', text: 'FINISHED', sources: ['editor'] },
          { kind: 'max_messages', maxMessages: 12, includeAgentEvents: false },
        ],
      },
    }),
  },
  {
    name: 'Research desk',
    description:
      'A researcher lists findings, an analyst weighs them, and a critic asks for more until it approves.',
    config: team({
      participants: [
        agent({
          name: 'researcher',
          description: 'Finds what bears on the question.',
          systemMessage:
            'You are a researcher. List what bears on the question, each finding with how sure you are of it. ' +
            'Answer the objections that were raised to your last list.',
        }),
        agent({
          name: 'analyst',
          description: 'Weighs the findings.',
          systemMessage:
            'You are an analyst. Weigh the findings against each other and draw the conclusion that they bear, ' +
            'with what would change your mind.',
        }),
        agent({
          name: 'critic',
          description: 'Looks for what is missing, and approves.',
          systemMessage:
            'You are a critic. Name the weakest points of the findings and of the conclusion. Reply with APPROVE on ' +
            'a line of its own once they have been dealt with.',
        }),
      ],
      termination: {
        kind: 'or',
        conditions: [
          { kind: 'text_mention', text: 'APPROVE', sources: ['critic'] },
          { kind: 'max_messages', maxMessages: 20, includeAgentEvents: false },
        ],
      },
    }),
  },
  {
    name: 'Support with you in the loop',
    description:
      'A support agent answers a request and asks; you reply as the customer until you are content.',
    config: team({
      participants: [
        agent({
          name: 'support',
          description: "Answers the customer's request.",
          systemMessage:
            'You are a support agent. Solve the request in as few questions as you can, and say what happens next.',
        }),
        {
          kind: 'person',
          name: 'customer',
          description: 'The person who wrote in.',
          prompt: 'Reply to the support agent. Write EXIT when the request is solved.',
          deadlineSeconds: 3 * DAY_SECONDS,
          onDeadline: 'stop',
        },
      ],
      termination: {
        kind: 'or',
        conditions: [
          { kind: 'text_mention', text: 'EXIT', sources: ['customer'] },
          { kind: 'max_messages', maxMessages: 40, includeAgentEvents: false },
        ],
      },
    }),
  },
];
