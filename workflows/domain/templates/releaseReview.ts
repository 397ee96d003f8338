import type { GraphEdge } from '../patterns/kinds/graph/graph.ts';
import { agent, team } from '../team.ts';
import type { TeamTemplate } from './template.ts';

function edge(target: string, more: Partial<GraphEdge> = {}): GraphEdge {
  return { target, condition: null, activationGroup: target, activationCondition: 'all', ...more };
}

export const releaseReview: TeamTemplate = {
  slug: 'release-review',
  config: team({
    description: 'A draft, two reviews in parallel, and a loop until the editor approves.',
    pattern: {
      kind: 'graph',
      startNode: 'drafter',
      nodes: [
        { name: 'drafter', activation: 'all', edges: [edge('accuracy'), edge('clarity')] },
        { name: 'accuracy', activation: 'all', edges: [edge('editor')] },
        { name: 'clarity', activation: 'all', edges: [edge('editor')] },
        {
          name: 'editor',
          activation: 'all',
          edges: [
            edge('drafter', { condition: 'REVISE', activationGroup: 'again' }),
            edge('publisher', { condition: 'PASS' }),
          ],
        },
        { name: 'publisher', activation: 'all', edges: [] },
      ],
    },
    participants: [
      agent({
        name: 'drafter',
        description: 'Writes the draft.',
        systemMessage:
          'You write drafts. Answer with the whole text and nothing else. When the editor says REVISE, make the ' +
          'changes it lists and leave the rest as it is.',
      }),
      agent({
        name: 'accuracy',
        description: 'Checks that the draft claims nothing that the task does not support.',
        systemMessage:
          'You check facts. Compare the latest draft with the task: list each claim that the task does not support and ' +
          'each point of the task that is missing. If you find none, say so in one sentence. Do not comment on style.',
      }),
      agent({
        name: 'clarity',
        description: 'Checks that the draft is clear on a first reading.',
        systemMessage:
          'You check clarity. List the sentences of the latest draft that a reader has to read twice, each with a ' +
          'better one. If you find none, say so in one sentence. Do not comment on facts.',
      }),
      agent({
        name: 'editor',
        description: 'Weighs both reviews and decides.',
        systemMessage:
          'You are the editor. Read the two latest reviews. If something has to change, reply with REVISE and a ' +
          'numbered list of the changes. Otherwise reply with PASS and nothing else. Never write both words.',
      }),
      agent({
        name: 'publisher',
        description: 'Puts the text into its final form.',
        systemMessage:
          'You publish. Answer with the latest draft in its final form as Markdown, and nothing else.',
      }),
    ],
    termination: { kind: 'max_messages', maxMessages: 30, includeAgentEvents: false },
  }),
};
