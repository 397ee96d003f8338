import { z } from 'zod';
import type { FailureDetails } from '../domain/turnFailure.ts';

/**
 * Details of a failure besides its type: they travel in the details of Temporal's ApplicationFailure and are stored
 * with the task for a person. They contain no secrets; every part may be missing.
 */
export const failureDetailsSchema: z.ZodType<FailureDetails> = z.object({
  /** What was talked to: a URL without its query, "host:port/database", a command's name. */
  address: z.string().exactOptional(),
  /** The other side's own words, or the code with which a connection failed. Not what we say of it. */
  words: z.string().exactOptional(),
  /** The HTTP status that it answered. */
  status: z.number().int().exactOptional(),
  /** How long it asked us to wait. */
  retryAfterMs: z.number().nonnegative().exactOptional(),
  /** How many requests were made for the same in vain, and how many may be made before a person decides. */
  requests: z.object({ made: z.number().int(), atMost: z.number().int() }).exactOptional(),
  /** Indexes, among the agent's tools, of those that failed: a turn can continue without them. */
  tools: z.array(z.number().int()).exactOptional(),
});
