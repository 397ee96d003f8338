import { agent, type Handoff, team } from '../team.ts';
import type { TeamTemplate } from './template.ts';

function handoff(target: string, description: string): Handoff {
  return {
    target,
    description,
    name: `transfer_to_${target}`,
    message: `Transferred to ${target}, adopting the role of ${target} immediately.`,
  };
}

const TO_USER = handoff('user', 'Ask the customer for something that is missing, or tell them the result.');

export const customerService: TeamTemplate = {
  slug: 'customer-service',
  config: team({
    description: 'A swarm whose agents hand requests to each other.',
    pattern: { kind: 'swarm' },
    participants: [
      agent({
        name: 'triage',
        description: 'Reads each request first.',
        systemMessage:
          'You read each request first. Find out what it is about and hand it over: refunds and returns to refunds, ' +
          'anything about a delivery to deliveries. If you can’t tell, hand over to the user with the one question ' +
          'that settles it. Do not handle the request yourself.',
        handoffs: [
          handoff('refunds', 'The customer wants money back or to return something.'),
          handoff('deliveries', 'The request is about where an order is.'),
          TO_USER,
        ],
      }),
      agent({
        name: 'refunds',
        description: 'Decides on refunds and returns.',
        systemMessage:
          'You decide on refunds. You need the order number, what is wrong, and whether the customer wants money or a ' +
          'replacement; ask the user for what is missing. Damaged goods are refunded in full within 30 days, ' +
          'everything else within 14 days if unused. State your decision and the reason, then hand over to the user. ' +
          'Hand anything that is not about refunds over to triage. Once the customer confirms that the matter is settled, ' +
          'write CASE CLOSED.',
        handoffs: [handoff('triage', 'The request is about something else.'), TO_USER],
      }),
      agent({
        name: 'deliveries',
        description: 'Finds out where an order is.',
        systemMessage:
          'You handle deliveries. You need the order number; ask the user for it if it is missing. Say what is known, ' +
          'what you will do and when the customer will hear from you, then hand over to the user. Hand anything that ' +
          'is not about a delivery over to triage. Once the customer confirms that the matter is settled, write CASE ' +
          'CLOSED.',
        handoffs: [handoff('triage', 'The request is about something else.'), TO_USER],
      }),
    ],
    termination: {
      kind: 'or',
      conditions: [
        { kind: 'handoff', target: 'user' },
        { kind: 'text_mention', text: 'CASE CLOSED', sources: null },
        { kind: 'max_messages', maxMessages: 30, includeAgentEvents: false },
      ],
    },
  }),
};
