import { describe, expect, it } from '@jest/globals';
import { agent, team } from '../../../../../workflows/domain/team.ts';
import { newTool } from './newParts.ts';
import { toolNamesIn } from './toolNames.ts';

describe('the tools that a policy may name', () => {
  it('are those of all agents, once each, also those behind a tool', () => {
    const helper = agent({ name: 'helper', tools: [newTool('python')] });
    const ask = { ...newTool('participant'), participant: helper };
    const config = {
      participants: [
        { ...agent({ name: 'a' }), tools: [newTool('http'), ask] },
        { ...agent({ name: 'b' }), tools: [newTool('http')] },
      ],
    };
    expect(toolNamesIn(config)).toEqual({ names: ['look_up', 'ask_expert', 'add'], hasServer: false });
  });

  it('may be others where a server offers some, of which the renamed are known', () => {
    const server = { ...newTool('mcp_http'), overrides: { search: { name: 'web_search' } } };
    const config = { ...team({ participants: [agent({ name: 'a' })] }), participants: [{ tools: [server] }] };
    expect(toolNamesIn(config)).toEqual({ names: ['web_search'], hasServer: true });
  });

  it('are none in what is no team', () => {
    expect(toolNamesIn(null)).toEqual({ names: [], hasServer: false });
  });
});
