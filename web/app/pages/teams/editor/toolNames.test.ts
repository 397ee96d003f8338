import { describe, expect, it } from '@jest/globals';
import { agent, team } from '../../../../../workflows/domain/team.ts';
import { catalogue } from '../../../languages/en/catalogue.ts';
import { addLanguage } from '../../../languages/translator.ts';
import { viewOfTool } from '../tools/registry.ts';
import { toolNamesIn } from './toolNames.ts';

const words = addLanguage('en', catalogue).t;

describe('the tools that a policy may name', () => {
  it('are those of all agents, once each, also those behind a tool', () => {
    const helper = agent({ name: 'helper', tools: [viewOfTool({ kind: 'python' }).make(words)] });
    const ask = { ...viewOfTool({ kind: 'participant' }).make(words), participant: helper };
    const config = {
      participants: [
        { ...agent({ name: 'a' }), tools: [viewOfTool({ kind: 'http' }).make(words), ask] },
        { ...agent({ name: 'b' }), tools: [viewOfTool({ kind: 'http' }).make(words)] },
      ],
    };
    expect(toolNamesIn(config)).toEqual({ names: ['look_up', 'ask_expert', 'add'], hasServer: false });
  });

  it('may be others where a server offers some, of which the renamed are known', () => {
    const server = {
      ...viewOfTool({ kind: 'mcp_http' }).make(words),
      overrides: { search: { name: 'web_search' } },
    };
    const config = { ...team({ participants: [agent({ name: 'a' })] }), participants: [{ tools: [server] }] };
    expect(toolNamesIn(config)).toEqual({ names: ['web_search'], hasServer: true });
  });

  it('are none in what is no team', () => {
    expect(toolNamesIn(null)).toEqual({ names: [], hasServer: false });
  });
});
