import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { alertNames, isTold, queriedMetrics } from './queriedMetrics.ts';

const docs = readFileSync(fileURLToPath(new URL('../../docs/monitoring.md', import.meta.url)), 'utf8');
const rules = readFileSync(fileURLToPath(new URL('alerts.yml', import.meta.url)), 'utf8');

describe('alert rules', () => {
  it.each(alertNames())('%s links to its section of the guide', (name) => {
    expect(docs).toContain(`\n### ${name}\n`);
    expect(rules).toContain(`runbook_url: docs/monitoring.md#${name.toLowerCase()}\n`);
  });
});

describe('the metrics that are queried', () => {
  it('are found, in rules and dashboard', () => {
    expect(queriedMetrics()).toEqual(
      expect.arrayContaining(['colloquy_readable', 'colloquy_turns_total', 'temporal_num_pollers']),
    );
  });

  it('are told by their own name, or a histogram has them', () => {
    const told = new Set(['a_seconds', 'b_total']);
    expect(
      ['a_seconds_bucket', 'a_seconds_count', 'b_total', 'c_total'].map((name) => isTold(name, told)),
    ).toEqual([true, true, true, false]);
  });
});
