import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { exportComponent } from './exportComponent.ts';
import { importComponent } from './importComponent.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'test', 'parity');

function read(folder: string, file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(FOLDER, folder, file), 'utf8')) as Record<string, unknown>;
}

const scenarios = readdirSync(join(FOLDER, 'scenarios')).filter((file) => file.endsWith('.json'));

it.each(scenarios)('the team of %s is taken as AutoGen takes it, and comes back as it went', (file) => {
  const scenario = read('scenarios', file);
  const expected = read('expected', file);
  const result = importComponent(scenario['team']);
  const isRefused = expected['load_error'] !== null && expected['load_error'] !== undefined;
  if (scenario['quirk'] === null) expect(result.ok).toBe(!isRefused);
  if (!result.ok) return;
  for (const { config } of result.teams) {
    const again = importComponent(
      JSON.parse(JSON.stringify(exportComponent(config, 'gpt-4o-mini').component)),
    );
    expect(again.ok ? again.teams.map((team) => team.config) : again.problems).toEqual([config]);
  }
});
