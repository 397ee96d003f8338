import { autogenMemoryClasses } from '../memories/registry.ts';
import { autogenContextClasses } from '../modelContexts/registry.ts';
import { autogenAgentClasses } from '../participants/registry.ts';
import { autogenTeamClasses } from '../patterns/registry.ts';
import { autogenTerminationClasses } from '../terminations/registry.ts';
import { autogenToolClasses } from '../tools/registry.ts';
import type { ComponentClass, ComponentKind } from './componentClass.ts';

/** The classes of AutoGen 0.7.5 that no registry holds: what they do is done otherwise here, or not at all. */
const OTHERS: Partial<Record<ComponentKind, string[]>> = {
  agent: [
    'autogen_ext.agents.file_surfer.FileSurfer',
    'autogen_ext.agents.web_surfer.MultimodalWebSurfer',
    'autogen_ext.agents.openai.OpenAIAgent',
  ],
  model: [
    'autogen_ext.models.openai.OpenAIChatCompletionClient',
    'autogen_ext.models.openai.AzureOpenAIChatCompletionClient',
    'autogen_ext.models.ollama.OllamaChatCompletionClient',
    'autogen_ext.models.anthropic.AnthropicChatCompletionClient',
    'autogen_ext.models.anthropic.AnthropicBedrockChatCompletionClient',
    'autogen_ext.models.cache.ChatCompletionCache',
    'autogen_ext.models.replay.ReplayChatCompletionClient',
  ],
  tool: [
    'autogen_ext.tools.azure.AzureAISearchTool',
    'autogen_ext.tools.azure.BaseAzureAISearchTool',
    'autogen_ext.tools.graphrag.GlobalSearchTool',
    'autogen_ext.tools.graphrag.LocalSearchTool',
  ],
  workbench: [
    'autogen_core.tools.StaticWorkbench',
    'autogen_core.tools.StaticStreamWorkbench',
    'autogen_ext.tools.mcp.McpWorkbench',
  ],
  termination: [
    'autogen_agentchat.conditions.FunctionalTermination',
    'autogen_agentchat.base.AndTerminationCondition',
    'autogen_agentchat.base.OrTerminationCondition',
  ],
  memory: [
    'autogen_ext.memory.chromadb.ChromaDBVectorMemory',
    'autogen_ext.memory.redis.RedisMemory',
    'autogen_ext.memory.canvas.TextCanvasMemory',
  ],
  'structured message': ['autogen_agentchat.messages.StructuredMessageFactory'],
  'code executor': [
    'autogen_ext.code_executors.local.LocalCommandLineCodeExecutor',
    'autogen_ext.code_executors.docker.DockerCommandLineCodeExecutor',
    'autogen_ext.code_executors.jupyter.JupyterCodeExecutor',
    'autogen_ext.code_executors.docker_jupyter.DockerJupyterCodeExecutor',
    'autogen_ext.code_executors.azure.ACADynamicSessionsCodeExecutor',
  ],
};

const ours: Partial<Record<ComponentKind, string[]>> = {
  team: autogenTeamClasses(),
  agent: autogenAgentClasses(),
  tool: autogenToolClasses(),
  termination: autogenTerminationClasses(),
  'model context': autogenContextClasses(),
  memory: autogenMemoryClasses(),
};

/** All components of AutoGen 0.7.5, by the name of their class. */
export const autogenClasses: ReadonlyMap<string, ComponentClass> = new Map(
  [ours, OTHERS].flatMap((classes) =>
    Object.entries(classes).flatMap(([kind, providers]) =>
      providers.map((provider): [string, ComponentClass] => [
        provider.slice(provider.lastIndexOf('.') + 1),
        { provider, kind: kind as ComponentKind },
      ]),
    ),
  ),
);
