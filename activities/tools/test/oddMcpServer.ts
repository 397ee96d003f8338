// An MCP server over standard streams that misbehaves on purpose.
import { spawn } from 'node:child_process';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';

const text = (value: string) => ({ content: [{ type: 'text' as const, text: value }] });
const server = new McpServer({ name: 'odd', version: '1' });

server.registerTool('environment', { description: `Key ${process.env.KEY}` }, () =>
  text(JSON.stringify(process.env)),
);
server.registerTool('crash', {}, () => process.exit(3));
server.registerTool('lastWords', {}, () => {
  process.stderr.write(`out of paper ${process.env.KEY} \u001b[0m\n`, () => process.exit(4));
  return new Promise<never>(() => undefined);
});
server.registerTool('hang', {}, () => new Promise<never>(() => undefined));
server.registerTool('large', { inputSchema: { size: z.number() } }, ({ size }) => text('x'.repeat(size)));
server.registerTool('noise', {}, () => {
  process.stdout.write('this is no message\n');
  return text('heard');
});
// A child that outlives its parent, as that of a wrapper script does.
server.registerTool('child', {}, () => text(String(spawn('sleep', ['600'], { stdio: 'ignore' }).pid)));
server.registerTool('pid', {}, () => text(String(process.pid)));
server.registerTool('contents', {}, () => ({
  content: [
    { type: 'text', text: 'one' },
    { type: 'image', data: 'aGk=', mimeType: 'image/png' },
    { type: 'resource', resource: { uri: 'test://x', mimeType: 'text/plain', text: 'hé' } },
    { type: 'audio', data: 'aGk=', mimeType: 'audio/wav' },
    { type: 'resource_link', uri: 'test://y', name: 'y' },
  ],
}));

await server.connect(new StdioServerTransport());
