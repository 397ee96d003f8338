import type { AgentTool, ToolParticipant, ToolSource } from '../team.ts';
import type { BehindTool } from './kind.ts';
import { kindOfTool } from './registry.ts';

/** Who answers when a tool is called; null: nobody, as a worker calls it or the conversation waits. */
export function behindTool(tool: AgentTool): BehindTool<ToolParticipant> | null {
  // A tool of a team holds the team's own participants (see team.ts).
  return (kindOfTool(tool).behind?.(tool) ?? null) as BehindTool<ToolParticipant> | null;
}

/** Whether a worker calls it. */
export function isSource(tool: AgentTool): tool is ToolSource {
  return behindTool(tool) === null && kindOfTool(tool).waits !== true;
}

/** The agent's tools that are participants, each with its index among the tools. */
export function participantsBehind(
  tools: readonly AgentTool[],
): (BehindTool<ToolParticipant> & { index: number })[] {
  return tools.flatMap((tool, index) => {
    const behind = behindTool(tool);
    return behind === null ? [] : [{ ...behind, index }];
  });
}
