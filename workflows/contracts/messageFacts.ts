import { z } from 'zod';
import { type MessageFacts, messageTypes } from '../domain/message.ts';

/** What the workflow knows of a message. */
export const messageFactsSchema: z.ZodType<MessageFacts> = z.object({
  seq: z.number().int().nonnegative(),
  type: z.enum(messageTypes),
  source: z.string(),
  mentions: z.array(z.string()),
  usage: z.object({ promptTokens: z.number(), completionTokens: z.number() }).exactOptional(),
  costMicroUsd: z.number().exactOptional(),
  target: z.string().exactOptional(),
  functions: z.array(z.string()).exactOptional(),
  matches: z.array(z.string()).exactOptional(),
});
