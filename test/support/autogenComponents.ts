import type { Json } from '../../workflows/domain/json.ts';

/** Components as AutoGen 0.7.5 dumps them, for tests of the import. */
type Fields = Record<string, Json>;

export function component(provider: string, config: Fields, more: Fields = {}) {
  return { provider, component_type: 'x', version: 1, component_version: 1, ...more, config };
}

export const MODEL = component('autogen_ext.models.openai.OpenAIChatCompletionClient', {
  model: 'gpt-4o-mini',
});

export function assistant(name: string, fields: Fields = {}) {
  return component(
    'autogen_agentchat.agents.AssistantAgent',
    {
      name,
      model_client: MODEL,
      description: `${name} does its part.`,
      system_message: `You are ${name}.`,
      reflect_on_tool_use: false,
      tool_call_summary_format: '{result}',
      metadata: {},
      ...fields,
    },
    { component_type: 'agent', version: 2, component_version: 2 },
  );
}

export function roundRobin(participants: Json[], fields: Fields = {}) {
  return component(
    'autogen_agentchat.teams.RoundRobinGroupChat',
    { participants, ...fields },
    { component_type: 'team', label: 'RoundRobinGroupChat' },
  );
}

export function functionTool(name: string, fields: Fields = {}) {
  return component('autogen_core.tools.FunctionTool', {
    source_code: `def ${name}(a: int) -> int:\n    return a\n`,
    name,
    description: '',
    global_imports: [],
    has_cancellation_support: false,
    ...fields,
  });
}

export function workbench(tools: Json[], overrides: Fields = {}) {
  return component('autogen_core.tools.StaticStreamWorkbench', { tools, tool_overrides: overrides });
}
