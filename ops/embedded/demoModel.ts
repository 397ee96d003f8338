import { fileURLToPath } from 'node:url';
import { freePort, isListening } from './network.ts';
import type { Service } from './service.ts';
import { startService } from './service.ts';

/** A demo model that any OpenAI client reaches at `baseUrl`. */
export interface EmbeddedDemoModel extends Service {
  baseUrl: string;
}

/** Starts the demo model; DEMO_MODEL_TOKENS_PER_SECOND sets its speed. */
export async function startDemoModel(options: {
  port?: number;
  logFile: string;
}): Promise<EmbeddedDemoModel> {
  const port = options.port ?? (await freePort());
  const service = await startService({
    name: 'The demo model',
    command: process.execPath,
    args: ['--no-warnings', fileURLToPath(new URL('../demo-model/main.ts', import.meta.url))],
    env: { DEMO_MODEL_PORT: String(port) },
    logFile: options.logFile,
    isReady: () => isListening(port),
  });
  return { ...service, baseUrl: `http://127.0.0.1:${port}/v1` };
}
