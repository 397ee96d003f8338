import { type ModelClient, modelClient } from '../../../../../workflows/domain/model.ts';
import type { AgentTool, Participant, TeamConfig, ToolPolicy } from '../../../../../workflows/domain/team.ts';
import { agent, DEFAULT_TOOL_POLICY, team } from '../../../../../workflows/domain/team.ts';

/** What stands in a team's JSON when something is added to it: AutoGen's defaults where it has some. */

const DAY_SECONDS = 24 * 60 * 60;

/** A name that none of the others has. */
export function freshName(stem: string, taken: readonly string[]): string {
  if (!taken.includes(stem)) return stem;
  let number = 2;
  while (taken.includes(`${stem}_${String(number)}`)) number += 1;
  return `${stem}_${String(number)}`;
}

export function newModelClient(): ModelClient {
  return modelClient({ model: 'gpt-4o-mini' });
}

export function newParticipant(kind: Participant['kind'], taken: readonly string[]): Participant {
  switch (kind) {
    case 'agent':
      return agent({
        name: freshName('agent', taken),
        description: 'What it is good at, for the others and for whoever chooses the speaker.',
        systemMessage: 'You are a helpful assistant.',
      });
    case 'person':
      return {
        kind,
        name: freshName('person', taken),
        description: 'A person.',
        prompt: 'It is your turn.',
        deadlineSeconds: 7 * DAY_SECONDS,
        onDeadline: 'stop',
      };
    case 'code_executor':
      return {
        kind,
        name: freshName('code_executor', taken),
        description: 'Runs the Python code that the others write, in a sandbox.',
        systemMessage: '',
        model: 'none',
        context: { kind: 'unbounded' },
        sources: null,
        maxRetriesOnError: 0,
        supportedLanguages: ['python'],
        timeoutSeconds: 60,
      };
    case 'society':
      return {
        kind,
        name: freshName('society', taken),
        description: 'An agent that uses an inner team of agents to generate responses.',
        team: newInnerTeam(),
        model: null,
        instruction:
          'Earlier you were asked to fulfill a request. You and your team worked diligently to address that request. Here is a transcript of that conversation:',
        responsePrompt:
          'Output a standalone response to the original request, without mentioning any of the intermediate discussion.',
        context: { kind: 'unbounded' },
      };
    case 'team':
      return {
        kind,
        name: freshName('inner_team', taken),
        description: 'A team of agents.',
        team: newInnerTeam(),
      };
  }
}

export function newInnerTeam(): TeamConfig {
  return team({
    participants: [agent({ name: 'worker', systemMessage: 'You are a helpful assistant.' })],
    termination: { kind: 'max_messages', maxMessages: 4, includeAgentEvents: false },
  });
}

export function newTool(kind: AgentTool['kind']): AgentTool {
  switch (kind) {
    case 'python':
      return {
        kind,
        name: 'add',
        description: 'Adds two numbers.',
        source: 'def add(a: float, b: float) -> float:\n    return a + b\n',
        imports: [],
      };
    case 'http':
      return {
        kind,
        name: 'look_up',
        description: 'Looks something up.',
        method: 'GET',
        url: 'https://api.example.com/items/{id}',
        headers: {},
        parameters: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
        returns: 'text',
        timeoutSeconds: 30,
      };
    case 'mcp_stdio':
      return { kind, command: 'npx', args: [], env: {}, timeoutSeconds: 30, overrides: {} };
    case 'mcp_http':
      return {
        kind,
        transport: 'streamable_http',
        url: 'https://mcp.example.com/mcp',
        headers: {},
        timeoutSeconds: 30,
        overrides: {},
      };
    case 'participant':
      return {
        kind,
        name: 'ask_expert',
        description: 'Asks an expert.',
        participant: agent({ name: 'expert', systemMessage: 'You are an expert.' }),
        returnsLastOnly: true,
      };
  }
}

export function newToolPolicy(): ToolPolicy {
  return { ...DEFAULT_TOOL_POLICY, approval: { kind: 'always' } };
}
