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
  name: 'Customer service',
  summary:
    'Agents hand a request over to whoever can deal with it, and to the customer when they need an answer. Take it where each speaker knows best who is next.',
  exampleTask: 'My order A-1043 came with a broken lamp. I would like my money back.',
  config: team({
    description: 'A swarm that hands requests over.',
    pattern: { kind: 'swarm' },
    participants: [
      agent({
        name: 'triage',
        description: 'Reads each request first.',
        systemMessage:
          'You are the first to read a request. Find out what it is about and hand it over: refunds and returns to ' +
          'refunds, everything about a delivery to deliveries. If you can’t tell, hand over to the user with the one ' +
          'question that decides it. Do not solve the request yourself.',
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
          'Hand over to triage what is not about refunds. Once the customer has said that all is well, write CASE CLOSED.',
        handoffs: [handoff('triage', 'The request is about something else.'), TO_USER],
      }),
      agent({
        name: 'deliveries',
        description: 'Knows about deliveries.',
        systemMessage:
          'You answer for deliveries. You need the order number; ask the user for it if it is missing. Say what is ' +
          'known, what you will do and when the customer hears of it, then hand over to the user. Hand over to triage ' +
          'what is not about a delivery. Once the customer has said that all is well, write CASE CLOSED.',
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
