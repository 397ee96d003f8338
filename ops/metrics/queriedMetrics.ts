import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const read = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');

/** The names of the metrics that the alert rules and the dashboard ask for, as they stand in the queries. */
export function queriedMetrics(): string[] {
  const queries = [read('alerts.yml'), read('grafana/dashboards/colloquy.json')].join('\n');
  return [...new Set(queries.match(/\b(?:colloquy|temporal|nodejs|process)_[a-z0-9_]+/g))];
}

/** The titles of the alert rules. */
export function alertNames(): string[] {
  return [...read('alerts.yml').matchAll(/alert: (\w+)/g)].map(([, name = '']) => name);
}

/** Whether a process that tells these metrics tells the one that a query names. */
export function isTold(name: string, told: ReadonlySet<string>): boolean {
  return told.has(name) || told.has(name.replace(/_(bucket|count|sum)$/, ''));
}
