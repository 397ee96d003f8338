import { ApplicationFailure } from '@temporalio/common';
import { holds, InvalidExpressionError } from '../../platform/expressions.ts';
import type { PlannedCall } from '../../workflows/domain/conversation/event.ts';
import type { Json } from '../../workflows/domain/json.ts';
import { onWire, toolMeant, wireTable } from '../../workflows/domain/names/wireNames.ts';
import { readOutsideJson } from '../../workflows/domain/outsideJson.ts';
import { pythonJsonError } from '../../workflows/domain/pythonJson.ts';
import {
  DEFAULT_TOOL_POLICY,
  type AgentParticipant,
  type Handoff,
  type TeamConfig,
  type ToolPolicy,
} from '../../workflows/domain/team.ts';
import type { ToolDescription, ToolSource } from '../../workflows/domain/tool.ts';
import type { ProposedCall } from '../../workflows/domain/transcript/entry.ts';
import type { FailureDetails } from '../../workflows/domain/task.ts';
import { ToolUnavailable } from './toolErrors.ts';
import type { Toolbox } from './toolbox.ts';

/** A tool that an agent may call: what its model is told, and where it is. */
export interface OfferedTool {
  description: ToolDescription;
  /** A handoff, an inner team, or a source of tools with the name that the tool has there. */
  behind: { kind: 'handoff'; handoff: Handoff } | { kind: 'team' } | { kind: 'source'; source: ToolSource };
  /** Calls of one lane are made one after another (see PlannedCall); null: side by side. */
  lane: number | null;
}

const NO_ARGUMENTS: Json = { type: 'object', properties: {}, required: [], additionalProperties: false };
const ONE_TASK: Json = {
  type: 'object',
  properties: { task: { type: 'string', description: 'The task to be executed.' } },
  required: ['task'],
  additionalProperties: false,
};

/** A source of tools that can't say what it offers; `index` is its place among the agent's. */
export interface FailedSource {
  index: number;
  error: ToolUnavailable;
}

/**
 * All that an agent may call, in AutoGen's order: its tools, then its handoffs; and the sources that can't be asked. Of
 * several tools with one name only the one that a call would reach is offered: a handoff, else the first. Sources at the
 * places of `leftOut` are not asked.
 */
export async function offeredTools(
  toolbox: Toolbox,
  agent: AgentParticipant,
  { signal, leftOut = [] }: { signal: AbortSignal; leftOut?: readonly number[] | undefined },
): Promise<{ offered: OfferedTool[]; failed: FailedSource[] }> {
  const failed: FailedSource[] = [];
  const tools = await Promise.all(
    agent.tools.map(async (tool, index) => {
      if (leftOut.includes(index)) return [];
      try {
        return await offeredBy(toolbox, tool, index, signal);
      } catch (error) {
        if (!(error instanceof ToolUnavailable)) throw error;
        failed.push({ index, error });
        return [];
      }
    }),
  );
  const handoffs = agent.handoffs.map((handoff): OfferedTool => ({
    description: { name: handoff.name, description: handoff.description, parameters: NO_ARGUMENTS },
    behind: { kind: 'handoff', handoff },
    lane: null,
  }));
  const isHandoff = new Set(handoffs.map(({ description }) => description.name));
  const others = tools.flat().filter(({ description }) => !isHandoff.has(description.name));
  return { offered: firstOfEachName([...others, ...handoffs]), failed };
}

function firstOfEachName(offered: readonly OfferedTool[]): OfferedTool[] {
  const names = new Set<string>();
  return offered.filter(({ description: { name } }) => !names.has(name) && names.add(name));
}

/** The names of what is offered, as they are here. */
export function namesOf(offered: readonly OfferedTool[]): string[] {
  return offered.map(({ description }) => description.name);
}

/** A model's calls with the names that what it means has here. */
export function withOwnNames(
  calls: readonly ProposedCall[],
  offered: readonly OfferedTool[],
): ProposedCall[] {
  const names = namesOf(offered);
  return calls.map((call) => ({ ...call, name: toolMeant(call.name, names) }));
}

async function offeredBy(
  toolbox: Toolbox,
  tool: AgentParticipant['tools'][number],
  index: number,
  signal: AbortSignal,
): Promise<OfferedTool[]> {
  if (tool.kind === 'participant') {
    const { name, description } = tool;
    // A team has one run at a time.
    return [
      { description: { name, description, parameters: ONE_TASK }, behind: { kind: 'team' }, lane: index },
    ];
  }
  const described = await toolbox.describe(tool, { signal });
  // A server that speaks MCP remembers what it was asked; other tools have nothing in common.
  const lane = tool.kind === 'mcp_stdio' || tool.kind === 'mcp_http' ? index : null;
  return described.map((description) => ({ description, behind: { kind: 'source', source: tool }, lane }));
}

/** The body's field `tools`, names as they stand on the wire; null: the agent has none. */
export function toolsField(offered: readonly OfferedTool[]): Json | null {
  if (offered.length === 0) return null;
  const names = wireTable(namesOf(offered));
  return offered.map(({ description: { name, description, parameters } }) => ({
    type: 'function',
    function: { name: onWire(name, names), description, parameters },
  }));
}

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

/** How often sources of tools that can't be reached are asked; then a person decides. */
export const MAX_UNREACHED = 5;

/** Sources that can't be asked for their tools, as Temporal takes it: tried again, or put before a person. */
export function toolFailure(failed: readonly FailedSource[], attempt: number): ApplicationFailure {
  const message = failed.map(({ error }) => error.message).join('\n');
  // A worker that shuts down says nothing of the tool: another worker tries it.
  const isOurs = failed.some(({ error }) => error.trouble === 'closed');
  const isLasting = failed.some(({ error }) => !error.retryable);
  if (isOurs || (!isLasting && attempt < MAX_UNREACHED)) {
    return unavailable(
      failed.map(({ error }) => error),
      attempt,
    );
  }
  return ApplicationFailure.create({
    message: isLasting ? message : `${message}\nIt was tried ${String(attempt)} times.`,
    type: isLasting ? 'tool_misconfigured' : 'tool_unreachable',
    nonRetryable: true,
    details: [
      {
        ...placeOf(failed.map(({ error }) => error)),
        tools: failed.map(({ index }) => index).sort((a, b) => a - b),
      } satisfies FailureDetails,
    ],
  });
}

/** Tools that could not be asked, for Temporal to try again; `attempt` counts from 1. */
export function unavailable(errors: readonly ToolUnavailable[], attempt: number): ApplicationFailure {
  const isOurs = errors.some(({ trouble }) => trouble === 'closed');
  return ApplicationFailure.create({
    message: errors.map(({ message }) => message).join('\n'),
    type: 'tool_unavailable',
    details: [
      {
        ...placeOf(errors),
        ...(isOurs ? {} : { requests: { made: attempt, atMost: MAX_UNREACHED } }),
      } satisfies FailureDetails,
    ],
  });
}

/** Of several the message names each with its words. */
function placeOf(errors: readonly ToolUnavailable[]): FailureDetails {
  const [first, ...others] = errors;
  return others.length === 0 ? (first?.place ?? {}) : {};
}
