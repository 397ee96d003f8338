// Serves all-MiniLM-L6-v2 (int8, ONNX) by the protocol of OpenAI's embeddings, on loopback. Run by
// embeddingModels.ts, which installs what it needs: `node minilm.mjs <package.json of the packages> <folder of the
// model> <port>`.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const MOST_TOKENS = 256;
const [packages = '', folder = '', port = ''] = process.argv.slice(2);
const load = createRequire(packages);
const { InferenceSession, Tensor } = load('onnxruntime-node');
const { Tokenizer } = load('@huggingface/tokenizers');

const description = JSON.parse(readFileSync(join(folder, 'all-minilm-l6-v2-q-tokenizer.json'), 'utf8'));
const tokenizer = new Tokenizer({ ...description, truncation: null, padding: null }, {});
const session = await InferenceSession.create(join(folder, 'all-minilm-l6-v2-q.onnx'), {
  intraOpNumThreads: 1,
});

/**
 * The mean of its tokens' states, of length one.
 *
 * @param {string} text
 */
async function embed(text) {
  const { ids } = tokenizer.encode(text);
  const kept = ids.length > MOST_TOKENS ? [...ids.slice(0, MOST_TOKENS - 1), ids.at(-1)] : ids;
  const tensor = (/** @type {number[]} */ values) =>
    new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
  const { last_hidden_state: states } = await session.run({
    input_ids: tensor(kept),
    attention_mask: tensor(kept.map(() => 1)),
    token_type_ids: tensor(kept.map(() => 0)),
  });
  const width = states.dims[2];
  const mean = Array.from({ length: width }, (_, at) => {
    let sum = 0;
    for (let token = 0; token < kept.length; token += 1) sum += states.data[token * width + at];
    return sum / kept.length;
  });
  const length = Math.hypot(...mean);
  return { tokens: kept.length, embedding: mean.map((value) => value / length) };
}

createServer((request, response) => {
  const answer = async () => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    if (request.url === '/v1/models') return { object: 'list', data: [] };
    const { input, model } = JSON.parse(Buffer.concat(chunks).toString());
    const embedded = [];
    for (const text of [input].flat()) embedded.push(await embed(text));
    const tokens = embedded.reduce((sum, one) => sum + one.tokens, 0);
    const data = embedded.map(({ embedding }, index) => ({ object: 'embedding', index, embedding }));
    return { object: 'list', model, data, usage: { prompt_tokens: tokens, total_tokens: tokens } };
  };
  answer().then(
    (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    (error) =>
      response
        .writeHead(500, { 'content-type': 'application/json' })
        .end(JSON.stringify({ error: { message: String(error) } })),
  );
}).listen(Number(port), '127.0.0.1');
