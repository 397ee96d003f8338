// The demo model as a process: `npm run demo-model`.
import { createDemoModel } from './server.ts';

const port = Number(process.env['DEMO_MODEL_PORT'] ?? 4010);
const tokensPerSecond = Number(process.env['DEMO_MODEL_TOKENS_PER_SECOND'] ?? 40);
if (!(tokensPerSecond >= 0)) {
  console.error('DEMO_MODEL_TOKENS_PER_SECOND must be a number, 0 for no delay.');
  process.exit(1);
}

const server = createDemoModel({ tokensPerSecond });
server.once('error', (error) => {
  console.error(`The demo model can't listen on port ${port}: ${error.message}`);
  process.exit(1);
});
server.listen(port, process.env['DEMO_MODEL_HOST'] ?? '127.0.0.1', () => {
  console.log(`The demo model answers at http://127.0.0.1:${port}/v1`);
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
}
