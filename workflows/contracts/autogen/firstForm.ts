import { agent } from '../../domain/team.ts';
import { autogenTeam } from '../patterns/registry.ts';
import { isRecord } from './report.ts';

/**
 * Converts AutoGen Studio's first form (0.4.0.0 to 0.4.0.3), in which a part says with `team_type`, `agent_type`, …
 * what it is and has no `config`, to components. Anything else is returned unchanged.
 */
export function fromFirstForm(value: unknown): unknown {
  if (!isRecord(value) || 'provider' in value) return value;
  if (typeof value.team_type === 'string') return teamOf(value);
  if (typeof value.agent_type === 'string') return agentOf(value);
  return value;
}

type Part = Record<string, unknown>;

function teamOf(team: Part) {
  const { team_type: type, participants, termination_condition: condition } = team;
  return component(`autogen_agentchat.teams.${String(type)}`, team, 'team_type', {
    participants: Array.isArray(participants) ? participants.map(fromFirstForm) : participants,
    termination_condition: termination(condition),
    model_client: model(team.model_client),
    ...autogenTeam(String(type))?.fromFirstForm?.(team),
  });
}

const AGENT_MODULES: Record<string, string> = {
  MultimodalWebSurfer: 'autogen_ext.agents.web_surfer',
  FileSurfer: 'autogen_ext.agents.file_surfer',
  MagenticOneCoderAgent: 'autogen_ext.agents.magentic_one',
};

function agentOf(part: Part) {
  const type = String(part.agent_type);
  const module = Object.hasOwn(AGENT_MODULES, type) ? AGENT_MODULES[type] : 'autogen_agentchat.agents';
  const { description, systemMessage, toolCallSummaryFormat } = agent({ name: '' });
  const { tools, ...rest } = part;
  const assistant = {
    description: part.description ?? description,
    system_message: part.system_message ?? systemMessage,
    tools: Array.isArray(tools) ? tools.map(tool) : tools,
    reflect_on_tool_use: false,
    tool_call_summary_format: toolCallSummaryFormat,
  };
  return component(`${module ?? ''}.${type}`, rest, 'agent_type', {
    model_client: model(part.model_client),
    ...(type === 'AssistantAgent' ? assistant : {}),
  });
}

function model(part: unknown): unknown {
  if (!isRecord(part) || 'provider' in part) return part;
  return component(`autogen_ext.models.openai.${String(part.model_type)}`, part, 'model_type');
}

function tool(part: unknown): unknown {
  if (!isRecord(part) || 'provider' in part) return part;
  const { content, tool_type: _, ...rest } = part;
  const imports = { global_imports: [], has_cancellation_support: false };
  return component('autogen_core.tools.FunctionTool', rest, 'tool_type', {
    source_code: content,
    ...imports,
  });
}

function termination(part: unknown): unknown {
  if (!isRecord(part) || 'provider' in part) return part;
  const { termination_type: type, operator, conditions, ...rest } = part;
  if (type !== 'CombinationTermination') {
    return component(`autogen_agentchat.conditions.${String(type)}`, rest, 'termination_type');
  }
  const joined = `${operator === 'and' ? 'And' : 'Or'}TerminationCondition`;
  return component(`autogen_agentchat.base.${joined}`, {}, 'termination_type', {
    conditions: Array.isArray(conditions) ? conditions.map(termination) : conditions,
  });
}

/** Conditions and models have no description of their own in a configuration. */
function component(provider: string, part: Part, type: string, changes: Part = {}) {
  const { component_type: kind, version: _, [type]: __, ...fields } = part;
  const { description, ...others } = fields;
  const isDescribed = type === 'team_type' || type === 'agent_type' || type === 'tool_type';
  const given = { ...(isDescribed ? fields : others), ...changes };
  return {
    provider,
    component_type: kind,
    description: typeof description === 'string' ? description : null,
    config: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
}
