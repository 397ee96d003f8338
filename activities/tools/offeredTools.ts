import type { Json } from '../../workflows/domain/json.ts';
import { onWire, toolMeant, wireTable } from '../../workflows/domain/names/wireNames.ts';
import type { AgentParticipant, Handoff } from '../../workflows/domain/team.ts';
import type { ToolDescription, ToolSource } from '../../workflows/domain/tool.ts';
import type { ProposedCall } from '../../workflows/domain/transcript/entry.ts';
import type { Toolbox } from './toolbox.ts';
import { ToolUnavailable } from './toolErrors.ts';
import type { FailedSource } from './unreachedTools.ts';

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
