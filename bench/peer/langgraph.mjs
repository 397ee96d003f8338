// The peer doing the same work: LangGraph.js with its PostgreSQL checkpointer, one process, durability "sync". A
// plain turn is one streamed model call. It is run by langgraph.ts, which installs it and sends it one command per
// line, "turns 60" or "at-once 100 10", each answered with milliseconds.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const load = createRequire(process.argv[2] ?? '');
const { StateGraph, Annotation, START, END } = load('@langchain/langgraph');
const { PostgresSaver } = load('@langchain/langgraph-checkpoint-postgres');
const { OpenAI } = load('openai');
const { Pool } = load('pg');

const client = new OpenAI({ baseURL: process.env['OPENAI_BASE_URL'], apiKey: 'none', maxRetries: 0 });
const State = Annotation.Root({
  messages: Annotation({
    reducer: (/** @type {unknown[]} */ before, /** @type {unknown[]} */ added) => [...before, ...added],
    default: () => [],
  }),
  left: Annotation(),
});

/** @param {{ messages: unknown[], left: number }} state */
async function agent({ messages, left }) {
  const stream = await client.chat.completions.create({
    model: 'instant',
    messages,
    stream: true,
    stream_options: { include_usage: true },
  });
  let content = '';
  for await (const chunk of stream) content += chunk.choices[0]?.delta?.content ?? '';
  const name = messages.length % 2 === 0 ? 'critic' : 'writer';
  return { messages: [{ role: 'assistant', content, name }], left: left - 1 };
}

const pool = new Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });
const saver = new PostgresSaver(pool);
await saver.setup();
const graph = new StateGraph(State)
  .addNode('agent', agent)
  .addEdge(START, 'agent')
  .addConditionalEdges('agent', (/** @type {{ left: number }} */ { left }) => (left > 0 ? 'agent' : END))
  .compile({ checkpointer: saver });

let threads = 0;
/** @param {number} turns */
function converse(turns) {
  threads += 1;
  return graph.invoke(
    { messages: [{ role: 'user', content: 'Say something.' }], left: turns },
    {
      configurable: { thread_id: `${process.pid}-${threads}` },
      recursionLimit: turns + 5,
      durability: 'sync',
    },
  );
}

process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  const [what, first, second] = line.split(' ');
  const startedAt = performance.now();
  if (what === 'turns') await converse(Number(first));
  else await Promise.all(Array.from({ length: Number(first) }, () => converse(Number(second))));
  process.stdout.write(`${performance.now() - startedAt}\n`);
}
await pool.end();
