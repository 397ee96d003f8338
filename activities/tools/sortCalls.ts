import { holds, InvalidExpressionError } from '../../platform/expressions.ts';
import type { PlannedCall } from '../../workflows/domain/conversation/event.ts';
import type { Json } from '../../workflows/domain/json.ts';
import { readOutsideJson } from '../../workflows/domain/outsideJson.ts';
import { pythonJsonError } from '../../workflows/domain/pythonJson.ts';
import {
  type AgentParticipant,
  DEFAULT_TOOL_POLICY,
  type TeamConfig,
  type ToolPolicy,
} from '../../workflows/domain/team.ts';
import type { ProposedCall } from '../../workflows/domain/transcript/entry.ts';
import type { OfferedTool } from './offeredTools.ts';

/** What is known of a call as soon as the model has made it; `result` is set where nothing needs to be called. */
export interface SortedCall {
  plan: PlannedCall;
  result: { content: string; isError: boolean } | null;
}

/** Sorts a model's calls: handoffs and mistakes have their result at once, the others are to be made (or asked about). */
export function sortCalls(
  team: TeamConfig,
  agent: AgentParticipant,
  offered: readonly OfferedTool[],
  calls: readonly ProposedCall[],
): SortedCall[] {
  return calls.map((call, index) => {
    const tool = offered.find(({ description }) => description.name === call.name);
    const base = { index, tool: call.name, handoff: null, needsApproval: false, idempotent: false };
    const settled = (content: string, isError: boolean, handoff: string | null = null): SortedCall => ({
      plan: { ...base, settled: true, handoff },
      result: { content, isError },
    });
    const handoff = tool?.behind.kind === 'handoff' ? tool.behind.handoff : null;
    const parsed = parseArguments(call.arguments);
    // As in AutoGen a handoff happens also where its arguments, which it has no use for, can't be read.
    if (typeof parsed === 'string') return settled(`Error: ${parsed}`, true, handoff?.target ?? null);
    if (tool === undefined) return settled(`Error: tool '${call.name}' not found in any workbench`, true);
    if (handoff !== null) return settled(handoff.message, false, handoff.target);
    const policy = policyFor(team, call.name);
    const needsApproval = wantsApproval(policy, { tool: call.name, agent: agent.name, arguments: parsed });
    return {
      plan: {
        ...base,
        settled: false,
        needsApproval,
        idempotent: policy.idempotent,
        ...(tool.lane === null ? {} : { lane: tool.lane }),
      },
      result: null,
    };
  });
}

/** What counts for a tool: the first of the team's policies that names it, or names all. */
export function policyFor(team: TeamConfig, tool: string): ToolPolicy {
  return (
    team.toolPolicies.find((policy) => policy.tool === tool || policy.tool === '*') ?? DEFAULT_TOOL_POLICY
  );
}

/** A call's arguments, or what is wrong with them in the words that AutoGen has for it. */
export function parseArguments(text: string): Record<string, Json> | string {
  const read = readOutsideJson(text);
  if (read.kind === 'too_deep') return 'The arguments are nested too deeply';
  if (read.kind === 'too_many_values') return 'The arguments have too many values';
  if (read.kind === 'not_json') return pythonJsonError(text) ?? read.error.message;
  const { value } = read;
  if (value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value;
  return 'the arguments are not a JSON object';
}

/** An expression that can't be evaluated asks a person: a policy must not open by accident. */
function wantsApproval(
  { approval }: ToolPolicy,
  call: { tool: string; agent: string; arguments: Record<string, Json> },
): boolean {
  switch (approval.kind) {
    case 'never':
      return false;
    case 'always':
      return true;
    case 'when':
      try {
        return holds(approval.expression, call) !== false;
      } catch (error) {
        if (error instanceof InvalidExpressionError) return true;
        throw error;
      }
  }
}
