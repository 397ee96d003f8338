import { holds, InvalidExpressionError } from '../../platform/expressions.ts';
import { readWait } from '../../workflows/contracts/waitArguments.ts';
import type { PlannedCall } from '../../workflows/domain/conversation/event.ts';
import type { Json } from '../../workflows/domain/json.ts';
import { readOutsideJson } from '../../workflows/domain/outsideJson.ts';
import { pythonJsonError } from '../../workflows/domain/pythonJson.ts';
import { neededOf } from '../../workflows/domain/tasks/asking.ts';
import {
  type AgentParticipant,
  DEFAULT_TOOL_POLICY,
  type TeamConfig,
  type ToolPolicy,
} from '../../workflows/domain/team.ts';
import type { ProposedCall } from '../../workflows/domain/transcript/entry.ts';
import type { OfferedTool } from './offeredTools.ts';

/** What is known about a call when the model has made it; `result` is set if nothing needs to be called. */
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
  conversation: { hasReadDocuments: boolean; nowMs: number },
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
    if (tool.behind.kind === 'wait') {
      const wait = readWait(parsed, conversation.nowMs);
      if (typeof wait === 'string') return settled(`Error: ${wait}`, true);
      // A person need not allow it: it does nothing, and everybody can end it.
      return {
        plan: { ...base, settled: false, idempotent: true, wait: { untilMs: wait.untilMs } },
        result: null,
      };
    }
    const policy = policyFor(team, call.name);
    const made = { tool: call.name, agent: agent.name, arguments: parsed };
    const needsApproval = wantsApproval(policy, made, conversation);
    const quorum = neededOf(policy.asking);
    return {
      plan: {
        ...base,
        settled: false,
        needsApproval,
        // A look-up changes nothing.
        idempotent: policy.idempotent || tool.behind.kind === 'knowledge',
        ...(tool.lane === null ? {} : { lane: tool.lane }),
        ...(quorum === null ? {} : { quorum }),
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
  { hasReadDocuments }: { hasReadDocuments: boolean },
): boolean {
  switch (approval.kind) {
    case 'never':
      return false;
    case 'always':
      return true;
    case 'after_documents':
      return hasReadDocuments;
    case 'when':
      try {
        return holds(approval.expression, call) !== false;
      } catch (error) {
        if (error instanceof InvalidExpressionError) return true;
        throw error;
      }
  }
}
