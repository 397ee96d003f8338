import { createServer } from 'node:http';

// A model that always gives the same answer at once, to measure what a turn costs besides the model.
const port = Number(process.env['PORT']);
const answer = [
  { choices: [{ index: 0, delta: { role: 'assistant', content: '' }, finish_reason: null }] },
  { choices: [{ index: 0, delta: { content: 'A plain reply of a few words.' }, finish_reason: null }] },
  { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] },
  { choices: [], usage: { prompt_tokens: 20, completion_tokens: 7, total_tokens: 27 } },
]
  .map((chunk) => ({
    id: 'instant',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'instant',
    ...chunk,
  }))
  .map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`)
  .join('')
  .concat('data: [DONE]\n\n');

createServer((request, response) => {
  request.resume().once('end', () => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).end(answer);
  });
}).listen(port, '127.0.0.1');
