import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyTeam } from '../../../test/support/randomTeam.ts';
import { modelClient } from '../../domain/model.ts';
import { agent, team, type TeamConfig } from '../../domain/team.ts';
import { inEnglish } from '../findings/finding.ts';
import { teamConfigSchema } from '../team.ts';
import { exportComponent } from './exportComponent.ts';
import { importComponent } from './importComponent.ts';

const gpt = modelClient({ model: 'gpt-4o-mini' });
const writer = agent({ name: 'writer', model: gpt });

/** A team after it has been to AutoGen and back. */
function back(config: TeamConfig): TeamConfig {
  const result = importComponent(
    JSON.parse(JSON.stringify(exportComponent(config, 'gpt-4o-mini').component)),
  );
  const [first] = result.ok ? result.teams : [];
  if (first === undefined) throw new Error(JSON.stringify(result));
  return first.config;
}

const notesOf = (config: TeamConfig): string[] =>
  exportComponent(config, 'gpt-4o-mini').notes.map(({ path, message }) => `${path}: ${inEnglish(message)}`);

describe('the export', () => {
  it('is what AutoGen dumps', () => {
    const config = team({
      participants: [agent({ name: 'writer', description: 'Writes.', systemMessage: 'Write.', model: gpt })],
      maxTurns: 3,
    });
    expect(exportComponent(config, 'gpt-4o-mini')).toEqual({
      notes: [],
      component: {
        provider: 'autogen_agentchat.teams.RoundRobinGroupChat',
        component_type: 'team',
        version: 1,
        component_version: 1,
        label: 'RoundRobinGroupChat',
        config: {
          description: 'A team of agents.',
          participants: [
            {
              provider: 'autogen_agentchat.agents.AssistantAgent',
              component_type: 'agent',
              version: 2,
              component_version: 2,
              label: 'AssistantAgent',
              config: {
                name: 'writer',
                model_client: {
                  provider: 'autogen_ext.models.openai.OpenAIChatCompletionClient',
                  component_type: 'model',
                  version: 1,
                  component_version: 1,
                  label: 'OpenAIChatCompletionClient',
                  config: { model: 'gpt-4o-mini' },
                },
                model_context: {
                  provider: 'autogen_core.model_context.UnboundedChatCompletionContext',
                  component_type: 'chat_completion_context',
                  version: 1,
                  component_version: 1,
                  label: 'UnboundedChatCompletionContext',
                  config: {},
                },
                description: 'Writes.',
                system_message: 'Write.',
                model_client_stream: false,
                reflect_on_tool_use: false,
                tool_call_summary_format: '{result}',
                max_tool_iterations: 1,
              },
            },
          ],
          max_turns: 3,
          emit_team_events: false,
        },
      },
    });
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(anyTeam(), (config) => {
        fc.pre(teamConfigSchema.safeParse(config).success);
        expect(back(config)).toEqual(config);
      }),
    );
  });

  it('comes back with filters, renamed tools and what has no form of its own in AutoGen', () => {
    const filtered = agent({
      name: 'critic',
      model: gpt,
      description: 'Reads. (with message filtering)',
      filter: { perSource: [{ source: 'writer', position: 'last', count: 1 }] },
      tools: [
        {
          kind: 'participant',
          name: 'ask',
          description: 'Asks.',
          participant: writer,
          returnsLastOnly: false,
        },
      ],
    });
    const config = team({ participants: [writer, filtered] });
    expect(back(config)).toEqual(config);
    expect(notesOf(config)).toEqual([]);
  });

  it('is the agent alone where the team is one', () => {
    const alone = team({
      description: writer.description,
      pattern: { kind: 'single_agent' },
      participants: [writer],
    });
    expect(exportComponent(alone, 'gpt-4o-mini').component.provider).toBe(
      'autogen_agentchat.agents.AssistantAgent',
    );
    expect(back(alone)).toEqual(alone);
  });

  it('names each look-up in documents, and is taken back without them', () => {
    const config = team({
      participants: [
        {
          ...writer,
          knowledge: [
            { collections: ['handbook', 'minutes'], how: 'before_each_answer', count: 6 },
            { collections: ['manuals'], how: 'tool', count: 3, toolName: 'search_manuals' },
          ],
        },
      ],
      toolPolicies: [
        {
          tool: 'search_manuals',
          approval: { kind: 'after_documents' },
          timeoutSeconds: 5,
          maxResultBytes: 5,
          idempotent: true,
        },
      ],
    });
    expect(notesOf(config)).toEqual([
      '$.toolPolicies[0]: AutoGen has no tool policies: search_manuals runs without asking',
      '$.participants[0].knowledge[0]: AutoGen has no look-ups in documents: the agent answers without handbook, minutes; give it a memory or a tool there that searches them',
      '$.participants[0].knowledge[1]: AutoGen has no look-ups in documents: the agent answers without manuals; give it a memory or a tool there that searches them',
    ]);
    expect(back(config)).toEqual(team({ participants: [writer] }));
  });

  it('names what AutoGen lacks', () => {
    const config = team({
      participants: [
        agent({
          name: 'writer',
          model: modelClient({
            model: 'gpt-4o',
            baseUrl: 'https://models.example.com/v1',
            apiKeySecret: 'KEY',
            parameters: { max_completion_tokens: 5 },
          }),
          review: { deadlineSeconds: 60, onDeadline: 'approve' },
          context: { kind: 'summarizing', keep: 5, summarizeAfter: 9, model: null, prompt: null },
        }),
        {
          kind: 'person',
          name: 'you',
          description: '',
          prompt: 'Well?',
          deadlineSeconds: 60,
          onDeadline: 'skip',
        },
        agent({ name: 'default' }),
      ],
      termination: {
        kind: 'or',
        conditions: [
          { kind: 'cost', maxMicroUsd: 5 },
          { kind: 'expression', expression: 'true' },
          { kind: 'text_mention', text: 'DONE', sources: ['writer'] },
        ],
      },
      toolPolicies: [
        {
          tool: 'pay',
          approval: { kind: 'always' },
          timeoutSeconds: 5,
          maxResultBytes: 5,
          idempotent: false,
        },
      ],
    });
    expect(notesOf(config)).toEqual([
      '$.toolPolicies[0]: AutoGen has no tool policies: pay runs without asking',
      '$.termination.conditions[0]: AutoGen has no condition on cost: it is left out',
      '$.termination.conditions[1]: AutoGen has no expression condition: it is left out; write a FunctionalTermination',
      '$.termination.conditions[2].sources: AutoGen does not load the sources of a text mention: it listens to everybody',
      '$.participants[0].review: AutoGen has no reviews: its messages are sent without one',
      '$.participants[0].model.apiKeySecret: The key is left out: give AutoGen an api_key',
      '$.participants[0].model.parameters.max_completion_tokens: AutoGen does not send max_completion_tokens',
      '$.participants[0].context: AutoGen does not summarize what it drops: the newest messages are kept, the others left out',
      '$.participants[1]: AutoGen asks all people in the same way and waits forever: prompt, deadline and who is asked are left out',
      '$.participants[2].model: No model is named: gpt-4o-mini is written, since AutoGen has no default',
    ]);
  });
});
