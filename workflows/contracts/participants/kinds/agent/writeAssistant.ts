import type { AgentParticipant } from '../../../../domain/team.ts';
import { writeContext, writeModel } from '../../../autogen/exportModels.ts';
import { writeWorkbenches } from '../../../autogen/exportTools.ts';
import { component, type Writer, type WrittenComponent } from '../../../autogen/writer.ts';
import { writeMemory } from '../../../memories/registry.ts';
import { writeOutput } from './structuredOutput.ts';

export const ASSISTANT = 'autogen_agentchat.agents.AssistantAgent';

export function writeAssistant(agent: AgentParticipant, path: string, writer: Writer): WrittenComponent {
  const model = writeModel(agent.model, `${path}.model`, writer);
  const workbenches = writeWorkbenches(agent.tools, `${path}.tools`, writer);
  const version = 2;
  return component(
    ASSISTANT,
    'agent',
    {
      name: agent.name,
      model_client: model,
      workbench: workbenches.length === 0 ? null : workbenches,
      handoffs: agent.handoffs.length === 0 ? null : agent.handoffs.map((handoff) => ({ ...handoff })),
      model_context: writeContext(agent.context, model, `${path}.context`, writer),
      memory:
        agent.memory.length === 0
          ? null
          : agent.memory.map((each, index) => writeMemory(each, `${path}.memory[${String(index)}]`, writer)),
      description: agent.description,
      system_message: agent.systemMessage === '' ? null : agent.systemMessage,
      model_client_stream: false,
      reflect_on_tool_use: agent.reflectOnToolUse,
      tool_call_summary_format: agent.toolCallSummaryFormat,
      max_tool_iterations: agent.maxToolIterations,
      structured_message_factory: agent.output === null ? null : writeOutput(agent.output),
    },
    version,
  );
}
