import { requiredModel } from '../../autogen/models.ts';
import { integer } from '../../teamSchema/fields.ts';
import type { ContextContract } from '../contract.ts';

export const tokenLimited: ContextContract<'token_limited'> = {
  fields: { limit: integer(1, 100_000_000).nullable() },
  autogen: {
    component: 'TokenLimitedChatCompletionContext',
    read: (fields, report) => {
      // Tokens are counted for the agent's own model: of this one, what AutoGen refuses is all that matters.
      requiredModel(fields, { ...report, notes: [] });
      return { kind: 'token_limited', limit: fields.integerOr('token_limit', null) };
    },
    write: ({ limit }, model) => ({ model_client: model, token_limit: limit }),
  },
};
