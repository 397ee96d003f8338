import type { ModelClient } from '../workflows/domain/model.ts';
import { modelInfoOf, tokenLimitOf } from '../workflows/domain/modelInfo.ts';
import type { ContextLimits } from '../workflows/domain/request/contextSlices.ts';
import type { WireRules } from '../workflows/domain/request/chatMessages.ts';
import type { ViewOutline } from '../workflows/domain/request/viewOutline.ts';
import { wireFormOf } from '../workflows/domain/request/wireForm.ts';
import { countTokens } from './model/countTokens.ts';

/** The window of a model that is not known: that of most that are. */
const UNKNOWN_WINDOW_TOKENS = 128_000;

/** How a model is spoken to, and the fields of a request that name it and its parameters. */
export interface ModelRules {
  rules: WireRules;
  parameters: ViewOutline['parameters'];
  functionCalling: boolean;
  structuredOutput: boolean;
  jsonOutput: boolean;
  isOpenAi: boolean;
}

/** The rules of a team's model client; null: the deployment's default model. */
export function modelRules(client: ModelClient | null, defaultModel: string): ModelRules {
  const { family, vision, multipleSystemMessages, ...abilities } = modelInfoOf(client, defaultModel);
  const model = client?.model ?? defaultModel;
  return {
    rules: {
      includeNameInMessage: client?.includeNameInMessage ?? true,
      addNamePrefixes: client?.addNamePrefixes ?? false,
      info: { family, vision, multipleSystemMessages },
      form: wireFormOf(model, family),
      trimsLastAnswer: model.startsWith('claude-'),
    },
    parameters: { model, ...client?.parameters },
    functionCalling: abilities.functionCalling,
    structuredOutput: abilities.structuredOutput,
    jsonOutput: abilities.jsonOutput,
    isOpenAi: /^(gpt-|o[134]|chatgpt)/.test(family),
  };
}

/** What bounds a context of a model that is spoken to by these rules. */
export function contextLimits({ parameters: { model }, rules }: ModelRules): ContextLimits {
  return {
    countTokens: (messages) => countTokens(messages, model, rules),
    windowTokens: tokenLimitOf(model) ?? UNKNOWN_WINDOW_TOKENS,
  };
}
