import type { ModelClient } from '../../workflows/domain/model.ts';
import type { ContextLimits } from '../../workflows/domain/modelContext/kind.ts';
import { modelInfoOf, tokenLimitOf } from '../../workflows/domain/modelInfo.ts';
import {
  dialects,
  selectsAsSystem,
  trimsLastAnswer,
  wireFormOf,
} from '../../workflows/domain/providers/chatCompletions/dialects.ts';
import { DEFAULT_PROVIDER } from '../../workflows/domain/providers/providerName.ts';
import type { WireRules } from '../../workflows/domain/providers/wireRules.ts';
import type { ViewOutline } from '../../workflows/domain/request/viewOutline.ts';
import type { ModelProvider } from '../model/provider.ts';
import { modelProviders } from '../model/providers.ts';

/** The window of a model that is not known: that of most that are. */
const UNKNOWN_WINDOW_TOKENS = 128_000;

/** How a model is spoken to, and the fields of a request that name it and its parameters. */
export interface ModelRules {
  /** The provider part of an outline; empty for the default provider without further options. */
  spoken: Pick<ViewOutline, 'provider' | 'options' | 'stream'>;
  rules: WireRules;
  parameters: ViewOutline['parameters'];
  functionCalling: boolean;
  structuredOutput: boolean;
  jsonOutput: boolean;
  /** Whether a selector's prompt is a system message. */
  selectsAsSystem: boolean;
}

/** The rules of a team's model client; null: the deployment's default model. */
export function modelRules(client: ModelClient | null, defaultModel: string): ModelRules {
  const { family, vision, multipleSystemMessages, ...abilities } = modelInfoOf(client, defaultModel);
  const model = client?.model ?? defaultModel;
  const { provider, dialect, stream, options } = client ?? {};
  return {
    spoken: {
      ...(provider === undefined || provider === DEFAULT_PROVIDER ? {} : { provider }),
      ...(options === undefined ? {} : { options }),
      ...(stream === false ? { stream } : {}),
    },
    rules: {
      includeNameInMessage: client?.includeNameInMessage ?? true,
      addNamePrefixes: client?.addNamePrefixes ?? false,
      info: { family, vision, multipleSystemMessages },
      form: dialect === undefined ? wireFormOf(model, family) : dialects[dialect].form,
      trimsLastAnswer: trimsLastAnswer(model),
    },
    parameters: { model, ...client?.parameters },
    functionCalling: abilities.functionCalling,
    structuredOutput: abilities.structuredOutput,
    jsonOutput: abilities.jsonOutput,
    selectsAsSystem: selectsAsSystem(family),
  };
}

/** What bounds a context of a model that is spoken to by these rules. */
export function contextLimits({ parameters: { model }, rules, spoken }: ModelRules): ContextLimits {
  const provider: ModelProvider = modelProviders[spoken.provider ?? DEFAULT_PROVIDER];
  return {
    countTokens: (messages) => provider.countTokens(messages, model, rules),
    windowTokens: tokenLimitOf(model) ?? UNKNOWN_WINDOW_TOKENS,
  };
}
