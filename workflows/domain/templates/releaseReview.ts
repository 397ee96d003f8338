import type { GraphEdge } from '../patterns/kinds/graph/graph.ts';
import { agent, team } from '../team.ts';
import type { TeamTemplate } from './template.ts';

function edge(target: string, more: Partial<GraphEdge> = {}): GraphEdge {
  return { target, condition: null, activationGroup: target, activationCondition: 'all', ...more };
}

export const releaseReview: TeamTemplate = {
  slug: 'release-review',
  name: 'Release review',
  summary:
    'A draft is reviewed from two sides at once, an editor joins the remarks and sends it back or lets it pass. Take a graph where the steps are fixed.',
  exampleTask: 'Draft the release notes for 2.4: faster search, dark mode, and a fixed bug that lost drafts.',
  config: team({
    description: 'Draft, two reviews side by side, and a loop until the editor lets it pass.',
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
          'You write drafts. Answer with the whole text and nothing else. When the editor says REVISE, change what it ' +
          'lists and leave the rest as it is.',
      }),
      agent({
        name: 'accuracy',
        description: 'Checks that nothing is claimed that the task does not say.',
        systemMessage:
          'You check facts. Compare the latest draft with the task: list each claim that the task does not support and ' +
          'each thing of the task that is missing. If there is none, say so in one sentence. Nothing about style.',
      }),
      agent({
        name: 'clarity',
        description: 'Checks that a reader understands it at once.',
        systemMessage:
          'You check clarity. List the sentences of the latest draft that a reader has to read twice, each with a ' +
          'better one. If there is none, say so in one sentence. Nothing about facts.',
      }),
      agent({
        name: 'editor',
        description: 'Joins the reviews and decides.',
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
