import { type Fields, fieldsOf } from './fields.ts';
import { isRecord, type Place, type Report } from './report.ts';

/** What kinds of components a team is made of. */
export type ComponentKind =
  | 'team'
  | 'agent'
  | 'model'
  | 'tool'
  | 'workbench'
  | 'termination'
  | 'model context'
  | 'memory'
  | 'structured message'
  | 'code executor';

/** AutoGen 0.7.5's components by their class: the module that offers them, and what they are. */
const COMPONENTS: Record<string, [module: string, kind: ComponentKind]> = {
  RoundRobinGroupChat: ['autogen_agentchat.teams', 'team'],
  SelectorGroupChat: ['autogen_agentchat.teams', 'team'],
  Swarm: ['autogen_agentchat.teams', 'team'],
  GraphFlow: ['autogen_agentchat.teams', 'team'],
  MagenticOneGroupChat: ['autogen_agentchat.teams', 'team'],
  AssistantAgent: ['autogen_agentchat.agents', 'agent'],
  CodeExecutorAgent: ['autogen_agentchat.agents', 'agent'],
  MessageFilterAgent: ['autogen_agentchat.agents', 'agent'],
  SocietyOfMindAgent: ['autogen_agentchat.agents', 'agent'],
  UserProxyAgent: ['autogen_agentchat.agents', 'agent'],
  MagenticOneCoderAgent: ['autogen_ext.agents.magentic_one', 'agent'],
  FileSurfer: ['autogen_ext.agents.file_surfer', 'agent'],
  MultimodalWebSurfer: ['autogen_ext.agents.web_surfer', 'agent'],
  OpenAIAgent: ['autogen_ext.agents.openai', 'agent'],
  OpenAIChatCompletionClient: ['autogen_ext.models.openai', 'model'],
  AzureOpenAIChatCompletionClient: ['autogen_ext.models.openai', 'model'],
  OllamaChatCompletionClient: ['autogen_ext.models.ollama', 'model'],
  AnthropicChatCompletionClient: ['autogen_ext.models.anthropic', 'model'],
  AnthropicBedrockChatCompletionClient: ['autogen_ext.models.anthropic', 'model'],
  ChatCompletionCache: ['autogen_ext.models.cache', 'model'],
  ReplayChatCompletionClient: ['autogen_ext.models.replay', 'model'],
  FunctionTool: ['autogen_core.tools', 'tool'],
  AgentTool: ['autogen_agentchat.tools', 'tool'],
  TeamTool: ['autogen_agentchat.tools', 'tool'],
  HttpTool: ['autogen_ext.tools.http', 'tool'],
  PythonCodeExecutionTool: ['autogen_ext.tools.code_execution', 'tool'],
  StdioMcpToolAdapter: ['autogen_ext.tools.mcp', 'tool'],
  SseMcpToolAdapter: ['autogen_ext.tools.mcp', 'tool'],
  StreamableHttpMcpToolAdapter: ['autogen_ext.tools.mcp', 'tool'],
  AzureAISearchTool: ['autogen_ext.tools.azure', 'tool'],
  BaseAzureAISearchTool: ['autogen_ext.tools.azure', 'tool'],
  GlobalSearchTool: ['autogen_ext.tools.graphrag', 'tool'],
  LocalSearchTool: ['autogen_ext.tools.graphrag', 'tool'],
  StaticWorkbench: ['autogen_core.tools', 'workbench'],
  StaticStreamWorkbench: ['autogen_core.tools', 'workbench'],
  McpWorkbench: ['autogen_ext.tools.mcp', 'workbench'],
  StopMessageTermination: ['autogen_agentchat.conditions', 'termination'],
  MaxMessageTermination: ['autogen_agentchat.conditions', 'termination'],
  TextMentionTermination: ['autogen_agentchat.conditions', 'termination'],
  TokenUsageTermination: ['autogen_agentchat.conditions', 'termination'],
  HandoffTermination: ['autogen_agentchat.conditions', 'termination'],
  TimeoutTermination: ['autogen_agentchat.conditions', 'termination'],
  ExternalTermination: ['autogen_agentchat.conditions', 'termination'],
  SourceMatchTermination: ['autogen_agentchat.conditions', 'termination'],
  TextMessageTermination: ['autogen_agentchat.conditions', 'termination'],
  FunctionCallTermination: ['autogen_agentchat.conditions', 'termination'],
  FunctionalTermination: ['autogen_agentchat.conditions', 'termination'],
  AndTerminationCondition: ['autogen_agentchat.base', 'termination'],
  OrTerminationCondition: ['autogen_agentchat.base', 'termination'],
  UnboundedChatCompletionContext: ['autogen_core.model_context', 'model context'],
  BufferedChatCompletionContext: ['autogen_core.model_context', 'model context'],
  HeadAndTailChatCompletionContext: ['autogen_core.model_context', 'model context'],
  TokenLimitedChatCompletionContext: ['autogen_core.model_context', 'model context'],
  ListMemory: ['autogen_core.memory', 'memory'],
  ChromaDBVectorMemory: ['autogen_ext.memory.chromadb', 'memory'],
  RedisMemory: ['autogen_ext.memory.redis', 'memory'],
  Mem0Memory: ['autogen_ext.memory.mem0', 'memory'],
  TextCanvasMemory: ['autogen_ext.memory.canvas', 'memory'],
  StructuredMessageFactory: ['autogen_agentchat.messages', 'structured message'],
  LocalCommandLineCodeExecutor: ['autogen_ext.code_executors.local', 'code executor'],
  DockerCommandLineCodeExecutor: ['autogen_ext.code_executors.docker', 'code executor'],
  JupyterCodeExecutor: ['autogen_ext.code_executors.jupyter', 'code executor'],
  DockerJupyterCodeExecutor: ['autogen_ext.code_executors.docker_jupyter', 'code executor'],
  ACADynamicSessionsCodeExecutor: ['autogen_ext.code_executors.azure', 'code executor'],
};

/** AutoGen's own short names. */
const ALIASES: Record<string, string> = {
  openai_chat_completion_client: 'OpenAIChatCompletionClient',
  OpenAIChatCompletionClient: 'OpenAIChatCompletionClient',
  azure_openai_chat_completion_client: 'AzureOpenAIChatCompletionClient',
  AzureOpenAIChatCompletionClient: 'AzureOpenAIChatCompletionClient',
  OllamaChatCompletionClient: 'OllamaChatCompletionClient',
};

/** Modules that a dump has named and that offer the same class: `autogen_ext.memory.redis_memory`. */
const MOVED: Record<string, string> = { 'autogen_ext.memory.redis_memory': 'autogen_ext.memory.redis' };

/** A component as it stands in a file. */
export interface Component {
  /** Its class's name: "RoundRobinGroupChat". */
  name: string;
  place: Place;
  label: string | null;
  description: string | null;
  /** Of its form; null: the file does not say. */
  version: number | null;
  fields: Fields;
}

/** Reads a component of a kind; null: it is none, which is then a problem of the report. */
export function componentOf(place: Place, kind: ComponentKind, report: Report): Component | null {
  const outer = fieldsOf(place, report);
  if (!isRecord(place.value)) return null;
  const provider = outer.textOr('provider', null);
  const config = outer.object('config');
  if (provider === null) outer.missing('provider');
  if (config === null) outer.missing('config');
  outer.textOr('component_type', null);
  const version = outer.integerOr('component_version', null) ?? outer.integerOr('version', null);
  outer.integerOr('version', null);
  const label = outer.textOr('label', null);
  const description = outer.textOr('description', null);
  outer.end();
  if (provider === null || config === null) return null;
  const name = classOf(provider);
  if (name === null) {
    report.problems.push({
      path: `${place.path}.provider`,
      message: `No ${kind} of AutoGen 0.7.5 is called ${provider}`,
      fix: `Name one of AutoGen's own, with its module: ${examplesOf(kind)}.`,
    });
    return null;
  }
  const found = COMPONENTS[name]?.[1];
  if (found !== kind) {
    report.problems.push({
      path: place.path,
      message: `Is ${article(String(found))}, but ${article(kind)} belongs here`,
      fix: `Put ${article(kind)} here: ${examplesOf(kind)}.`,
    });
    return null;
  }
  return { name, place, label, description, version, fields: config };
}

/** What a component is by its provider, where that is known. */
export function kindOfComponent(value: unknown): ComponentKind | null {
  if (!isRecord(value) || typeof value.provider !== 'string') return null;
  const name = classOf(value.provider);
  return name === null ? null : (COMPONENTS[name]?.[1] ?? null);
}

/** The full name under which AutoGen finds a class. */
export function providerOf(name: string): { provider: string; module: string } {
  const module = COMPONENTS[name]?.[0];
  if (module === undefined) throw new Error(`${name} is no component of AutoGen`);
  return { provider: `${module}.${name}`, module };
}

/** Modules that begin with an underscore are where AutoGen keeps what its public ones offer. */
function classOf(provider: string): string | null {
  if (Object.hasOwn(ALIASES, provider)) return ALIASES[provider] ?? null;
  const parts = provider.split('.');
  const name = parts.at(-1) ?? '';
  const module = parts
    .slice(0, -1)
    .filter((part) => !part.startsWith('_'))
    .join('.');
  if (!Object.hasOwn(COMPONENTS, name)) return null;
  return COMPONENTS[name]?.[0] === (MOVED[module] ?? module) ? name : null;
}

function examplesOf(kind: ComponentKind): string {
  const names = Object.entries(COMPONENTS).filter(([, entry]) => entry[1] === kind);
  return names
    .slice(0, 3)
    .map(([name, [module]]) => `${module}.${name}`)
    .join(', ');
}

function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
