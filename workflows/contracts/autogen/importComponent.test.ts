import { describe, expect, it } from '@jest/globals';
import {
  assistant,
  component,
  functionTool,
  MODEL,
  roundRobin,
  workbench,
} from '../../../test/support/autogenComponents.ts';
import type { Json } from '../../domain/json.ts';
import { modelClient } from '../../domain/model.ts';
import { agent, team, type TeamConfig } from '../../domain/team.ts';
import { autogenFinding, inEnglish } from '../findings/finding.ts';
import { importComponent } from './importComponent.ts';
import type { ImportNote } from './report.ts';

/** The one team of a file that is taken. */
function imported(json: unknown): { config: TeamConfig; notes: ImportNote[]; name: string } {
  const result = importComponent(json);
  const [first] = result.ok ? result.teams : [];
  if (first === undefined) throw new Error(JSON.stringify(result));
  return first;
}

/** What is wrong with a file, as "path: message fix". */
function refusals(json: unknown): string[] {
  const result = importComponent(json);
  return result.ok
    ? []
    : result.problems.map(({ path, message, fix }) => `${path}: ${inEnglish(message)}. ${inEnglish(fix)}`);
}

const notesOf = (json: unknown): string[] =>
  imported(json).notes.map(({ path, message }) => `${path}: ${inEnglish(message)}`);

const gpt = modelClient({ model: 'gpt-4o-mini' });
const writer = agent({
  name: 'writer',
  description: 'writer does its part.',
  systemMessage: 'You are writer.',
  model: gpt,
});

describe('a team of AutoGen', () => {
  it('is taken with all that AutoGen says of it', () => {
    const file = roundRobin([assistant('writer'), assistant('critic', { max_tool_iterations: 3 })], {
      name: 'writers',
      max_turns: 5,
      emit_team_events: true,
      termination_condition: component('autogen_agentchat.base.OrTerminationCondition', {
        conditions: [
          component('autogen_agentchat.conditions.TextMentionTermination', { text: 'DONE' }),
          component('autogen_agentchat.conditions.TimeoutTermination', { timeout_seconds: 1.5 }),
        ],
      }),
    });
    expect(imported(file)).toEqual({
      name: 'writers',
      notes: [],
      pathInFile: expect.any(Function),
      config: team({
        name: 'writers',
        participants: [
          writer,
          agent({
            name: 'critic',
            description: 'critic does its part.',
            systemMessage: 'You are critic.',
            model: gpt,
            maxToolIterations: 3,
          }),
        ],
        termination: {
          kind: 'or',
          conditions: [
            { kind: 'text_mention', text: 'DONE', sources: null },
            { kind: 'timeout', seconds: 1.5 },
          ],
        },
        maxTurns: 5,
        emitTeamEvents: true,
      }),
    });
  });

  it('is taken by AutoGen’s short names and from its inner modules', () => {
    const model = { ...MODEL, provider: 'openai_chat_completion_client' };
    const inner = {
      ...assistant('writer', { model_client: model }),
      provider: 'autogen_agentchat.agents._assistant_agent.AssistantAgent',
    };
    const file = {
      ...roundRobin([inner]),
      provider: 'autogen_agentchat.teams._group_chat._round_robin_group_chat.RoundRobinGroupChat',
    };
    expect(imported(file).config.participants).toEqual([writer]);
  });

  it('reads numbers and flags in quotes, and null as absent, as AutoGen does', () => {
    const file = roundRobin([assistant('writer', { max_tool_iterations: '3', reflect_on_tool_use: 'yes' })], {
      max_turns: null,
      termination_condition: null,
    });
    expect(imported(file).config).toMatchObject({
      maxTurns: null,
      participants: [{ maxToolIterations: 3, reflectOnToolUse: true }],
    });
  });

  it('is a team of one where the file holds an agent alone', () => {
    expect(imported(assistant('writer'))).toEqual({
      name: 'writer',
      notes: [],
      pathInFile: expect.any(Function),
      config: team({
        description: 'writer does its part.',
        pattern: { kind: 'single_agent' },
        participants: [writer],
      }),
    });
  });

  it('holds teams under AutoGen’s names for them', () => {
    const file = roundRobin([assistant('writer'), roundRobin([assistant('critic')])]);
    expect(imported(file).config.participants[1]).toMatchObject({
      kind: 'team',
      name: 'RoundRobinGroupChat',
      team: { name: 'RoundRobinGroupChat', participants: [{ name: 'critic' }] },
    });
  });

  it('has people with a week to answer, and filters under their wrapper’s name', () => {
    const file = roundRobin([
      component('autogen_agentchat.agents.UserProxyAgent', { name: 'human', input_func: 'input' }),
      component('autogen_agentchat.agents.MessageFilterAgent', {
        name: 'writer',
        wrapped_agent: assistant('inner'),
        filter: { per_source: [{ source: 'human', position: 'last', count: 1 }, { source: 'user' }] },
      }),
    ]);
    expect(imported(file).config.participants).toMatchObject([
      {
        kind: 'person',
        description: 'A human user',
        prompt: 'Enter your response: ',
        deadlineSeconds: 604_800,
        onDeadline: 'stop',
      },
      {
        kind: 'agent',
        name: 'writer',
        description: 'inner does its part. (with message filtering)',
        filter: {
          perSource: [
            { source: 'human', position: 'last', count: 1 },
            { source: 'user', position: null, count: null },
          ],
        },
      },
    ]);
    expect(notesOf(file)).toEqual([
      '$.config.participants[0].config.input_func: input_func is left out: a person is asked in the inbox',
      '$.config.participants[1].config.wrapped_agent: The agent in the filter speaks as writer, not as inner',
    ]);
  });
});

describe('tools', () => {
  const withTools = (tools: Json[]) => roundRobin([assistant('writer', { workbench: tools })]);
  const toolsOf = (file: unknown) => {
    const [first] = imported(file).config.participants;
    return first?.kind === 'agent' ? first.tools : [];
  };

  it('are Python functions with their imports, under the names that a workbench gives them', () => {
    const tool = functionTool('add', {
      global_imports: [
        'math',
        { name: 'json', alias: 'j' },
        { module: 'typing', imports: ['List', { name: 'Any', alias: 'A' }] },
      ],
    });
    expect(toolsOf(withTools([workbench([tool], { add: { name: 'plus' } })]))).toEqual([
      {
        kind: 'python',
        name: 'plus',
        description: '',
        source: 'def add(a: int) -> int:\n    return a\n',
        imports: ['import math', 'import json as j', 'from typing import List, Any as A'],
      },
    ]);
  });

  it('come from the list that older files have', () => {
    expect(toolsOf(roundRobin([assistant('writer', { tools: [functionTool('add')] })]))).toMatchObject([
      { name: 'add' },
    ]);
  });

  it('may be servers, addresses, agents and teams', () => {
    const file = withTools([
      component('autogen_ext.tools.mcp.McpWorkbench', {
        server_params: {
          type: 'StdioServerParams',
          command: 'npx',
          args: ['-y', 'x'],
          env: { API_KEY: 'sk-1', MODE: 'a' },
        },
        tool_overrides: { echo: { description: 'Says it again.' } },
      }),
      workbench([
        component('autogen_ext.tools.http.HttpTool', {
          name: 'look_up',
          description: null,
          scheme: 'https',
          host: 'api.example.com',
          port: 443,
          path: '/orders/{id}',
          method: 'GET',
          headers: { Authorization: 'Bearer sk-2', 'X-A': 'b' },
          json_schema: { type: 'object' },
        }),
        component('autogen_agentchat.tools.AgentTool', { agent: assistant('helper') }),
        component('autogen_agentchat.tools.TeamTool', {
          name: 'panel',
          description: 'A panel.',
          team: roundRobin([assistant('a')]),
          return_value_as_last_message: true,
        }),
      ]),
    ]);
    expect(toolsOf(file)).toMatchObject([
      {
        kind: 'mcp_stdio',
        command: 'npx',
        args: ['-y', 'x'],
        env: { API_KEY: '${secret:API_KEY}', MODE: 'a' },
        timeoutSeconds: 5,
        overrides: { echo: { description: 'Says it again.' } },
      },
      {
        kind: 'http',
        url: 'https://api.example.com/orders/{id}',
        headers: { Authorization: '${secret:API_EXAMPLE_COM_AUTHORIZATION}', 'X-A': 'b' },
        returns: 'text',
      },
      { kind: 'participant', name: 'helper', returnsLastOnly: false, participant: { kind: 'agent' } },
      { kind: 'participant', name: 'panel', returnsLastOnly: true, participant: { kind: 'team' } },
    ]);
    expect(JSON.stringify(imported(file))).not.toMatch(/sk-1|sk-2/);
    expect(notesOf(file)).toEqual([
      '$.config.participants[0].config.workbench[0].config.server_params.env.API_KEY: A credential is never stored with a team: set its value as the secret API_KEY',
      '$.config.participants[0].config.workbench[1].config.tools[0].config.headers.Authorization: A credential is never stored with a team: set its value as the secret API_EXAMPLE_COM_AUTHORIZATION',
    ]);
  });

  it('are named where they can’t work, and where there are two of one name', () => {
    const file = withTools([
      workbench([
        functionTool('fetch', { global_imports: ['requests'] }),
        functionTool('fetch'),
        component('autogen_ext.tools.graphrag.LocalSearchTool', {}),
      ]),
    ]);
    expect(notesOf(file)).toEqual([
      '$.config.participants[0].config.workbench[0].config.tools[2]: LocalSearchTool is left out: there is no equivalent here; use an MCP server that does the same',
      '$.config.participants[0].config.workbench[0].config.tools[1]: A second tool named fetch is left out: the first is the one that is called',
    ]);
  });

  it.each([
    ['no types', 'def f(a, b: int = 3, *, c: "x, y" = (1, 2)): pass', ['a']],
    [
      'all types',
      'async def f(a: dict[str, int], b: Annotated[str, "one, two"] = "x", *c: int) -> str: ...',
      [],
    ],
    ['none', 'def f(): pass', []],
  ])('are asked for the types of their parameters: %s', (_what, source, untyped) => {
    expect(refusals(withTools([workbench([functionTool('f', { source_code: source })])]))).toEqual(
      untyped.map(
        (name) =>
          `$.config.participants[0].config.workbench[0].config.tools[0].config.source_code: The parameter ${name} has no type, so a model can’t be told what to send. Add its type: ${name}: str`,
      ),
    );
  });
});

describe('models', () => {
  const withModel = (model: Json) => assistant('writer', { model_client: model });
  const modelOf = (file: unknown) => {
    const [first] = imported(file).config.participants;
    return first?.kind === 'agent' ? first.model : null;
  };

  it('keep their parameters and lose their keys', () => {
    const file = withModel(
      component('autogen_ext.models.openai.OpenAIChatCompletionClient', {
        model: 'gpt-4o',
        base_url: 'https://api.groq.com/openai/v1',
        api_key: 'sk-secret',
        temperature: 0.2,
        parallel_tool_calls: false,
        include_name_in_message: false,
        max_retries: 5,
      }),
    );
    expect(modelOf(file)).toEqual(
      modelClient({
        model: 'gpt-4o',
        baseUrl: 'https://api.groq.com/openai/v1',
        apiKeySecret: 'API_GROQ_COM_API_KEY',
        parameters: { temperature: 0.2, parallel_tool_calls: false },
        includeNameInMessage: false,
      }),
    );
    expect(JSON.stringify(imported(file))).not.toContain('sk-secret');
    expect(notesOf(file)).toEqual([
      '$.config.model_client.config.max_retries: max_retries is left out: failed requests are retried durably',
      '$.config.model_client.config.api_key: A key is never stored with a team: set it as the secret API_GROQ_COM_API_KEY',
    ]);
  });

  it('use the deployment’s key at the deployment’s endpoint', () => {
    const file = withModel({ ...MODEL, config: { model: 'gpt-4o', api_key: 'sk-secret' } });
    expect(modelOf(file)).toEqual(modelClient({ model: 'gpt-4o' }));
    expect(notesOf(file)).toEqual([
      '$.config.model_client.config.api_key: A key is never stored with a team: the deployment’s own is used',
    ]);
  });

  it.each([
    [
      'autogen_ext.models.openai.AzureOpenAIChatCompletionClient',
      {
        model: 'gpt-4o',
        azure_endpoint: 'https://x.openai.azure.com/',
        azure_deployment: 'mine',
        api_version: '2024-06-01',
      },
      { model: 'mine', baseUrl: 'https://x.openai.azure.com/openai/v1', info: { family: 'gpt-4o' } },
    ],
    [
      'autogen_ext.models.ollama.OllamaChatCompletionClient',
      { model: 'llama3.2', options: { temperature: 0.1, num_predict: 50 } },
      {
        baseUrl: 'http://localhost:11434/v1',
        apiKeySecret: null,
        parameters: { temperature: 0.1, max_tokens: 50 },
      },
    ],
    [
      'autogen_ext.models.openai.OpenAIChatCompletionClient',
      { model: 'gemini-2.5-flash' },
      { baseUrl: 'https://generativelanguage.googleapis.com/v1beta/openai/' },
    ],
  ])('of %s are called through an OpenAI-compatible endpoint', (provider, config, expected) => {
    expect(modelOf(withModel(component(provider, config)))).toMatchObject(expected);
  });

  it.each([
    [
      { model: 'claude-sonnet-4-20250514', stop_sequences: ['END'], top_k: 40, temperature: null },
      {
        baseUrl: null,
        apiKeySecret: null,
        parameters: { max_tokens: 4096, stop_sequences: ['END'], top_k: 40 },
      },
    ],
    [
      {
        model: 'claude-sonnet-4-20250514',
        base_url: 'https://gateway.example.com',
        api_key: '**********',
        max_tokens: 9000,
        thinking: { type: 'enabled', budget_tokens: 2000 },
        metadata: { user_id: 'u1' },
      },
      {
        baseUrl: 'https://gateway.example.com',
        apiKeySecret: 'GATEWAY_EXAMPLE_COM_API_KEY',
        parameters: {
          max_tokens: 9000,
          thinking: { type: 'enabled', budget_tokens: 2000 },
          metadata: { user_id: 'u1' },
        },
      },
    ],
  ])('of Anthropic’s own API come in whole: %j', (config, expected) => {
    const provider = 'autogen_ext.models.anthropic.AnthropicChatCompletionClient';
    const client = modelOf(withModel(component(provider, config)));
    expect(client).toMatchObject({ ...expected, provider: 'anthropic_messages' });
  });

  it('are refused where AutoGen would not know what they can do, or nothing here can call them', () => {
    expect(refusals(withModel({ ...MODEL, config: { model: 'my-own' } }))).toEqual([
      '$.config.model_client.config.model: AutoGen does not know what my-own can do. Add model_info: vision, function_calling, json_output, structured_output and family.',
    ]);
    expect(
      refusals(withModel(component('autogen_ext.models.anthropic.AnthropicBedrockChatCompletionClient', {}))),
    ).toEqual([
      '$.config.model_client: Amazon Bedrock can’t be called from here: its requests are signed with AWS keys. Use an AnthropicChatCompletionClient, or an OpenAIChatCompletionClient with the base_url of an endpoint for Bedrock that speaks the OpenAI API.',
    ]);
    expect(
      refusals(withModel(component('autogen_ext.models.replay.ReplayChatCompletionClient', {}))),
    ).toEqual([
      '$.config.model_client: ReplayChatCompletionClient can’t be called from here. Use an OpenAIChatCompletionClient with the base_url of an OpenAI-compatible endpoint.',
    ]);
  });
});

describe('what else is carried over, or named', () => {
  it('is context, memory, structured output and handoffs', () => {
    const file = assistant('writer', {
      colour: 'red',
      metadata: { team: 'blue' },
      model_context: component('autogen_core.model_context.HeadAndTailChatCompletionContext', {
        head_size: 1,
        tail_size: 2,
        initial_messages: [
          { type: 'UserMessage', source: 'user', content: 'Hello.' },
          { type: 'FunctionExecutionResultMessage', content: [] },
        ],
      }),
      memory: [
        component('autogen_core.memory.ListMemory', {
          memory_contents: [{ content: { likes: 'tea' }, mime_type: 'application/json' }],
        }),
        component('autogen_ext.memory.chromadb.ChromaDBVectorMemory', { config: {} }),
        component('autogen_ext.memory.mem0.Mem0Memory', {
          user_id: 'ada',
          limit: 7,
          is_cloud: true,
          config: { path: '/tmp' },
        }),
      ],
      structured_message_factory: component('autogen_agentchat.messages.StructuredMessageFactory', {
        json_schema: { type: 'object' },
        content_model_name: 'Verdict',
      }),
      handoffs: [{ target: 'Bob' }],
    });
    expect(imported(file).config.participants).toMatchObject([
      {
        context: {
          kind: 'head_and_tail',
          head: 1,
          tail: 2,
          initial: [{ role: 'user', source: 'user', content: 'Hello.' }],
        },
        memory: [
          { kind: 'list', contents: [{ content: '{"likes":"tea"}', mimeType: 'application/json' }] },
          { kind: 'long_term', count: 7 },
        ],
        output: { name: 'Verdict', schema: { type: 'object' }, formatString: null },
        handoffs: [
          {
            target: 'Bob',
            description: 'Handoff to Bob.',
            name: 'transfer_to_bob',
            message: 'Transferred to Bob, adopting the role of Bob immediately.',
          },
        ],
      },
    ]);
    expect(notesOf(file)).toEqual([
      '$.config.metadata: metadata is left out: an agent has no metadata here',
      '$.config.model_context.config.initial_messages[1]: Is left out: a context’s initial messages can only be texts',
      '$.config.memory[1]: ChromaDBVectorMemory is left out: it needs its own store; use the project’s knowledge or an MCP server',
      '$.config.memory[2].config.user_id: user_id is left out: a team has one memory here for all who talk to it',
      '$.config.memory[2].config.config: config is left out: a team’s memory is stored in the project’s database',
      '$.config.memory[2].config: Becomes the team’s long-term memory, which is empty: what Mem0 holds stays there',
      '$.config.colour: colour is not known here and is left out',
    ]);
  });

  it('is a code executor, which runs in the sandbox', () => {
    const file = roundRobin([
      component('autogen_agentchat.agents.CodeExecutorAgent', {
        name: 'runner',
        code_executor: component('autogen_ext.code_executors.docker.DockerCommandLineCodeExecutor', {
          timeout: 20,
        }),
      }),
    ]);
    expect(imported(file).config.participants).toMatchObject([
      { kind: 'code_executor', model: 'none', timeoutSeconds: 20, supportedLanguages: ['python', 'sh'] },
    ]);
    expect(notesOf(file)).toEqual([
      '$.config.participants[0].config.code_executor: Code runs in the sandbox, only as Python, and not in a DockerCommandLineCodeExecutor',
    ]);
  });

  it('are selectors, graphs, swarms, Magentic-One and societies of mind', () => {
    const selector = component('autogen_agentchat.teams.SelectorGroupChat', {
      participants: [assistant('a'), assistant('b')],
      model_client: MODEL,
      selector_prompt: 'Choose from {participants}.',
      allow_repeated_speaker: true,
      selector_func: 'lambda',
    });
    expect(imported(selector).config.pattern).toMatchObject({
      kind: 'selector',
      model: gpt,
      prompt: 'Choose from {participants}.',
      allowRepeatedSpeaker: true,
      maxAttempts: 3,
    });
    expect(notesOf(selector)).toEqual([
      '$.config.selector_func: selector_func is left out: a Python function can’t be carried over',
    ]);
    const graph = component('autogen_agentchat.teams.GraphFlow', {
      participants: [assistant('a'), assistant('b')],
      graph: {
        nodes: { a: { name: 'a', edges: [{ target: 'b', condition: 'YES' }] }, b: { name: 'b', edges: [] } },
      },
    });
    expect(imported(graph).config.pattern).toMatchObject({
      kind: 'graph',
      nodes: [
        { edges: [{ activationGroup: 'b', activationCondition: 'all', condition: 'YES' }] },
        { edges: [] },
      ],
      startNode: null,
    });
    const magentic = component('autogen_agentchat.teams.MagenticOneGroupChat', {
      participants: [
        component('autogen_ext.agents.magentic_one.MagenticOneCoderAgent', {
          name: 'coder',
          model_client: MODEL,
          description: 'Sealed.',
          reflect_on_tool_use: false,
          tool_call_summary_format: '',
        }),
        component('autogen_agentchat.agents.SocietyOfMindAgent', {
          name: 'society',
          team: roundRobin([assistant('a')]),
          model_client: MODEL,
        }),
      ],
      model_client: MODEL,
      max_stalls: 2,
      final_answer_prompt: 'Answer.',
    });
    expect(imported(magentic).config).toMatchObject({
      pattern: { kind: 'magentic_one', maxStalls: 2, maxResets: null, finalAnswerPrompt: 'Answer.' },
      participants: [
        { kind: 'agent', systemMessage: expect.stringContaining('python coding block') },
        { kind: 'society', responsePrompt: expect.stringContaining('standalone response') },
      ],
    });
  });
});

describe('files of Studio', () => {
  const gallery = {
    id: 'gallery_default',
    name: 'Default',
    components: {
      teams: [
        { ...roundRobin([assistant('writer')]), label: 'RoundRobin Team' },
        roundRobin([component('autogen_ext.agents.web_surfer.MultimodalWebSurfer', { name: 'surfer' })]),
      ],
      agents: [assistant('critic')],
      models: [MODEL],
      tools: [],
    },
  };

  it('are galleries: their teams and agents are taken, and what is not is named', () => {
    const result = importComponent(gallery);
    expect(result).toMatchObject({
      ok: true,
      teams: [{ name: 'RoundRobin Team' }, { name: 'critic' }],
      notes: [{ path: '$.components.models' }],
      skipped: [
        {
          path: '$.components.teams[1].config.participants[0]',
          message: autogenFinding('unknownAgent', { name: 'MultimodalWebSurfer' }),
          fix: autogenFinding('fixUnknownAgent'),
        },
      ],
    });
    expect(importComponent({ id: 1, config: gallery })).toMatchObject({ ok: true, teams: [{}, {}] });
  });

  it('are teams in a wrapper', () => {
    expect(imported({ id: 3, component: roundRobin([assistant('writer')]) }).config.participants).toEqual([
      writer,
    ]);
    expect(refusals({ id: 3, component: roundRobin([assistant('1')]) })[0]).toMatch(
      /^\$\.component\.config\.participants\[0\]\.config\.name: /,
    );
  });
});

describe('a file that is refused', () => {
  it.each<[string, unknown, string[]]>([
    ['is no object', 'team', ['$: Is the text "team", but must be an object. Write an object in braces.']],
    [
      'is no component',
      { hello: 1 },
      [
        '$.provider: provider is missing. Add provider; AutoGen requires it, too.',
        '$.config: config is missing. Add config; AutoGen requires it, too.',
      ],
    ],
    [
      'is a model alone',
      MODEL,
      [
        '$: Is only a model, which can’t hold a conversation by itself. Import the team or the agent that it belongs to.',
      ],
    ],
    [
      'has an unknown provider',
      roundRobin([{ ...assistant('a'), provider: 'my_company.agents.Wizard' }]),
      [
        '$.config.participants[0].provider: my_company.agents.Wizard is not the name of an agent in AutoGen 0.7.5. Name one of AutoGen’s own, with its module: autogen_agentchat.agents.AssistantAgent, autogen_agentchat.agents.CodeExecutorAgent, autogen_agentchat.agents.MessageFilterAgent.',
      ],
    ],
    [
      'has a name twice',
      roundRobin([assistant('a'), assistant('a')]),
      [
        '$.config.participants[1].config.name: Two participants are named a; rename one. Change it, and import the file again.',
      ],
    ],
    [
      'has a turn limit of none, and a wrong type besides',
      roundRobin([assistant('a', { system_message: 5 })], { max_turns: 'many' }),
      [
        '$.config.participants[0].config.system_message: Is the number 5, but must be a text. Write a text.',
        '$.config.max_turns: Is the text "many", but must be a whole number. Write a whole number.',
      ],
    ],
    [
      'has a turn limit of none',
      roundRobin([assistant('a')], { max_turns: 0 }),
      ['$.config.max_turns: Must be at least 1; raise it. Change it, and import the file again.'],
    ],
    [
      'has a Python function as its condition',
      roundRobin([assistant('a')], {
        termination_condition: component('autogen_agentchat.conditions.FunctionalTermination', {}),
      }),
      [
        '$.config.termination_condition: FunctionalTermination is a Python function, which a file can’t contain. Leave it out, and add an expression condition instead.',
      ],
    ],
    [
      'has tools and a workbench',
      roundRobin([assistant('a', { tools: [functionTool('f')], workbench: [workbench([])] })]),
      [
        '$.config.participants[0].config.tools: An agent can’t have both tools and a workbench. Put the tools into the workbench.',
      ],
    ],
    [
      'filters what is no assistant',
      roundRobin([
        component('autogen_agentchat.agents.MessageFilterAgent', {
          name: 'f',
          wrapped_agent: component('autogen_agentchat.agents.UserProxyAgent', { name: 'f' }),
          filter: { per_source: [] },
        }),
      ]),
      [
        '$.config.participants[0].config.wrapped_agent: Only an AssistantAgent can have its messages filtered here. Put an AssistantAgent into the filter, or take the agent out of it.',
      ],
    ],
    [
      'is a graph without an exit',
      component('autogen_agentchat.teams.GraphFlow', {
        participants: [assistant('a'), assistant('b'), assistant('c')],
        graph: {
          nodes: {
            a: { name: 'a', edges: [{ target: 'b' }] },
            b: { name: 'b', edges: [{ target: 'a', activation_group: 'loop' }] },
            c: { name: 'c', edges: [] },
          },
          default_start_node: 'a',
        },
        max_turns: 5,
      }),
      [
        '$.config.graph.nodes: The loop a → b → a has no exit; give one of its edges a condition. Change it, and import the file again.',
      ],
    ],
    [
      'has versions and kinds that are none',
      {
        ...roundRobin([{ ...assistant('a'), component_type: 5, version: 'new' }], { max_turns: 1 }),
        component_version: 1.5,
      },
      [
        '$.component_version: Is the number 1.5, but must be a whole number. Write a whole number.',
        '$.config.participants[0].component_type: Is the number 5, but must be a text. Write a text.',
        '$.config.participants[0].version: Is the text "new", but must be a whole number. Write a whole number.',
      ],
    ],
    [
      'has null where a field may be left out, but not be null',
      roundRobin(
        [
          assistant('a', {
            max_tool_iterations: null,
            workbench: [{ ...workbench([]), config: { tools: null } }],
          }),
        ],
        {
          emit_team_events: null,
        },
      ),
      [
        '$.config.participants[0].config.workbench[0].config.tools: Is null. Give tools a value, or leave it out.',
        '$.config.participants[0].config.max_tool_iterations: Is null. Give max_tool_iterations a value, or leave it out.',
        '$.config.emit_team_events: Is null. Give emit_team_events a value, or leave it out.',
      ],
    ],
    [
      'has what is left out in another shape than AutoGen takes',
      roundRobin([
        assistant('a', {
          metadata: { cost: 1 },
          model_context: component('autogen_core.model_context.TokenLimitedChatCompletionContext', {
            model_client: { ...MODEL, description: 5 },
            token_limit: 5,
            initial_messages: [{ type: 'Message' }, { type: 'UserMessage', content: true, source: 'user' }],
          }),
        }),
      ]),
      [
        '$.config.participants[0].config.metadata.cost: Is the number 1, but must be a text. Write a text.',
        '$.config.participants[0].config.model_context.config.initial_messages[0].type: Is the text "Message", but must be one of "SystemMessage", "UserMessage", "AssistantMessage", "FunctionExecutionResultMessage". Write one of "SystemMessage", "UserMessage", "AssistantMessage", "FunctionExecutionResultMessage".',
        '$.config.participants[0].config.model_context.config.initial_messages[1].content: Is true, but must be a text. Write a text.',
        '$.config.participants[0].config.model_context.config.model_client.description: Is the number 5, but must be a text. Write a text.',
      ],
    ],
  ])('%s', (_what, file, expected) => {
    expect(refusals(file)).toEqual(expected);
  });

  it('is a team that is part of itself', () => {
    const team = roundRobin([]);
    const cyclic = { ...team, config: { ...team.config, participants: [] as unknown[] } };
    cyclic.config.participants.push(assistant('a'), cyclic);
    expect(refusals(cyclic)).toEqual([
      expect.stringContaining('The teams are nested in each other endlessly. Nest fewer teams'),
    ]);
  });
});
