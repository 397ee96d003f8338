import { waitTool } from '../../workflows/contracts/waitArguments.ts';
import type { Json } from '../../workflows/domain/json.ts';
import { knowledgeTool, type KnowledgeUse } from '../../workflows/domain/knowledge/knowledgeUse.ts';
import { onWire, toolMeant, wireTable } from '../../workflows/domain/names/wireNames.ts';
import type { AgentParticipant, AgentTool, Handoff, ToolSource } from '../../workflows/domain/team.ts';
import type { ToolDescription } from '../../workflows/domain/tool.ts';
import { isSource } from '../../workflows/domain/tools/behindTool.ts';
import { kindOfTool } from '../../workflows/domain/tools/registry.ts';
import type { ProposedCall } from '../../workflows/domain/transcript/entry.ts';
import type { Toolbox } from './toolbox.ts';
import { ToolUnavailable } from './toolErrors.ts';
import type { FailedSource } from './unreachedTools.ts';

/** A tool that an agent may call: its description for the model, and where it is. */
export interface OfferedTool {
  description: ToolDescription;
  /** A handoff, an inner team, a wait, a look-up in documents, or a source of tools with the name that the tool has there. */
  behind:
    | { kind: 'handoff'; handoff: Handoff }
    | { kind: 'team' }
    /** The conversation itself waits. */
    | { kind: 'wait' }
    | { kind: 'knowledge'; use: KnowledgeUse }
    | { kind: 'source'; source: ToolSource };
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
 * All that an agent may call, in AutoGen's order: its tools and its knowledge, then its handoffs; and the sources that can't be asked. Of
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
  const knowledge = (agent.knowledge ?? [])
    .filter(({ how }) => how === 'tool')
    .map((use): OfferedTool => ({
      description: knowledgeTool(use),
      behind: { kind: 'knowledge', use },
      lane: null,
    }));
  const isHandoff = new Set(handoffs.map(({ description }) => description.name));
  const others = [...tools.flat(), ...knowledge].filter(
    ({ description }) => !isHandoff.has(description.name),
  );
  return { offered: firstOfEachName([...others, ...handoffs]), failed };
}

function firstOfEachName(offered: readonly OfferedTool[]): OfferedTool[] {
  const names = new Set<string>();
  return offered.filter(({ description: { name } }) => !names.has(name) && names.add(name));
}

/** The names of the offered tools, as used here. */
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
  tool: AgentTool,
  index: number,
  signal: AbortSignal,
): Promise<OfferedTool[]> {
  const lane = kindOfTool(tool).remembers ? index : null;
  if (tool.kind === 'wait_until') return [{ description: waitTool, behind: { kind: 'wait' }, lane }];
  if (!isSource(tool)) {
    const { name, description } = tool;
    return [{ description: { name, description, parameters: ONE_TASK }, behind: { kind: 'team' }, lane }];
  }
  const described = await toolbox.describe(tool, { signal });
  return described.map((description) => ({ description, behind: { kind: 'source', source: tool }, lane }));
}

/** The request's `tools`, with names as they are sent; null if the agent has none. */
export function toolsField(offered: readonly OfferedTool[]): Json | null {
  if (offered.length === 0) return null;
  const names = wireTable(namesOf(offered));
  return offered.map(({ description: { name, description, parameters } }) => ({
    type: 'function',
    function: { name: onWire(name, names), description, parameters },
  }));
}
