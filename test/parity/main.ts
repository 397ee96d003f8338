import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createApiClient } from '../../cli/apiClient.ts';
import { buildStale } from '../../ops/build.ts';
import { withoutEnd } from '../../workflows/domain/withoutEnd.ts';
import { startProduct } from './product.ts';
import { newRunId, runScenario, type RunScenarioOptions } from './runScenario.ts';
import { type Scenario, scenarioSchema } from './scenario.ts';

// `npm run parity -- --scenarios DIR --model-url URL --out OUT [NAME …]`: runs AutoGen teams on the product and
// writes OUT/NAME.json for each, to be compared with AutoGen's results (compare.py).

const USAGE = 'npm run parity -- --scenarios DIR --model-url URL --out OUT [NAME ...]';

/** What the stand-in has counted for one run of a scenario. */
const countersSchema = z.object({
  calls: z.number().default(0),
  prompt_tokens: z.number().default(0),
  completion_tokens: z.number().default(0),
  paid_twice: z.number().default(0),
});

function readArguments(): {
  scenarios: string;
  modelUrl: string;
  out: string;
  names: string[];
  build: boolean;
} {
  const { values, positionals } = parseArgs({
    options: {
      scenarios: { type: 'string' },
      'model-url': { type: 'string' },
      out: { type: 'string' },
      /** Runs the existing build, however old it is. */
      'no-build': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const { scenarios, 'model-url': modelUrl, out, 'no-build': noBuild } = values;
  if (!scenarios || !modelUrl || !out) {
    console.error(USAGE);
    process.exit(2);
  }
  return {
    scenarios: fromCaller(scenarios),
    modelUrl: withoutEnd(modelUrl, '/'),
    out: fromCaller(out),
    names: positionals,
    build: !noBuild,
  };
}

/** A path as the caller means it: npm runs scripts in the package's folder. */
function fromCaller(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '', path);
}

function readScenarios(folder: string, names: readonly string[]): { name: string; scenario: Scenario }[] {
  const wanted = names.length > 0 ? names.map((name) => `${name}.json`) : readdirSync(folder).sort();
  return wanted
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      name: basename(file, '.json'),
      scenario: scenarioSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
    }))
    .filter(({ scenario }) => scenario.parity || names.length > 0);
}

async function fetchJson<Schema extends z.ZodType>(url: string, schema: Schema): Promise<z.output<Schema>> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The stand-in answered ${String(response.status)} to ${url}`);
  return schema.parse(await response.json());
}

/** Runs one scenario, and adds the requests that the model got to its result. */
async function measure(
  scenario: Scenario,
  modelUrl: string,
  options: Omit<RunScenarioOptions, 'baseUrl' | 'callsUrl'>,
): Promise<object> {
  const key = `${scenario.id}~${newRunId()}`;
  const conversation = encodeURIComponent(key);
  const callsUrl = `${modelUrl}/admin/calls?conversation=${conversation}`;
  const result = await runScenario(scenario, {
    ...options,
    baseUrl: `${modelUrl}/c/${key}/v1`,
    callsUrl,
  });
  const counters = await fetchJson(`${modelUrl}/admin/counters?conversation=${conversation}`, countersSchema);
  const asks = await fetchJson(callsUrl, z.array(z.json()));
  return {
    scenario: scenario.id,
    ...result,
    asks,
    llm_calls: counters.calls,
    usage: {
      prompt_tokens: counters.prompt_tokens,
      completion_tokens: counters.completion_tokens,
    },
    paid_twice: counters.paid_twice,
  };
}

async function main(): Promise<void> {
  const { scenarios: folder, modelUrl, out, names, build } = readArguments();
  const scenarios = readScenarios(folder, names);
  mkdirSync(out, { recursive: true });
  if (build) await buildStale(console.error);
  const product = await startProduct({ modelUrl });
  const stop = () => {
    void product.stop().then(() => process.exit(130));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  let failed = 0;
  try {
    const options = {
      api: createApiClient(product),
      placeholders: { '${PYTHON}': process.env['PYTHON'] || 'python3', '${HARNESS}': dirname(folder) },
      replaceWorker: product.replaceWorker,
    };
    for (const { name, scenario } of scenarios) {
      const startedMs = Date.now();
      try {
        const result = await measure(scenario, modelUrl, options);
        writeFileSync(join(out, `${name}.json`), `${JSON.stringify(result, null, 1)}\n`);
        console.log(`ran      ${name} (${String(Date.now() - startedMs)} ms)`);
      } catch (error) {
        failed += 1;
        console.log(`failed   ${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  } finally {
    await product.stop();
  }
  console.log(`${String(scenarios.length - failed)} ran, ${String(failed)} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
