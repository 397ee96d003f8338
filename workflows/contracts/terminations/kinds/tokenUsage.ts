import { z } from 'zod';
import { teamFinding } from '../../findings/finding.ts';
import { integer, object } from '../../teamSchema/fields.ts';
import { count, fired, type TerminationContract } from '../contract.ts';

const tokens = integer(1, 1_000_000_000_000).nullable();

export const tokenUsage: TerminationContract<'token_usage'> = {
  condition: object({
    kind: z.literal('token_usage'),
    maxTotal: tokens,
    maxPrompt: tokens,
    maxCompletion: tokens,
  }).refine(
    ({ maxTotal, maxPrompt, maxCompletion }) => (maxTotal ?? maxPrompt ?? maxCompletion) !== null,
    teamFinding('noTokenLimit'),
  ),
  state: z.object({ kind: z.literal('token_usage'), prompt: count, completion: count, fired }),
  autogen: {
    component: 'TokenUsageTermination',
    read: (fields) => ({
      kind: 'token_usage',
      maxTotal: fields.integerOr('max_total_token', null),
      maxPrompt: fields.integerOr('max_prompt_token', null),
      maxCompletion: fields.integerOr('max_completion_token', null),
    }),
    write: ({ maxTotal, maxPrompt, maxCompletion }) => ({
      max_total_token: maxTotal,
      max_prompt_token: maxPrompt,
      max_completion_token: maxCompletion,
    }),
    // AutoGen wants all three limits in a file, and its own dump leaves out those that are not set.
    keepsNulls: true,
  },
};
