import type { ModelClient } from '../workflows/domain/model.ts';
import { modelInfoOf } from '../workflows/domain/modelInfo.ts';
import type { WireRules } from '../workflows/domain/request/chatMessages.ts';
import type { ViewOutline } from '../workflows/domain/request/viewOutline.ts';

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
  return {
    rules: {
      includeNameInMessage: client?.includeNameInMessage ?? true,
      addNamePrefixes: client?.addNamePrefixes ?? false,
      info: { family, vision, multipleSystemMessages },
    },
    parameters: { model: client?.model ?? defaultModel, ...client?.parameters },
    functionCalling: abilities.functionCalling,
    structuredOutput: abilities.structuredOutput,
    jsonOutput: abilities.jsonOutput,
    isOpenAi: /^(gpt-|o[134]|chatgpt)/.test(family),
  };
}
