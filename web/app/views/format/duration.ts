export type DurationUnit = 'ms' | 's' | 'min' | 'h' | 'd';

export type DurationPart = { unit: DurationUnit; value: string };

/**
 * A duration, as precise as people need it: in one unit, or in two consecutive ones.
 *
 * @example durationParts(840) // [{ unit: 'ms', value: '840' }]
 * @example durationParts(3_725_000) // [{ unit: 'h', value: '1' }, { unit: 'min', value: '2' }]
 */
export function durationParts(durationMs: number): DurationPart[] {
  if (durationMs < 1_000) return [part('ms', Math.max(0, Math.round(durationMs)))];
  const seconds = durationMs / 1_000;
  if (seconds < 10) return [{ unit: 's', value: seconds.toFixed(1) }];
  if (seconds < 60) return [part('s', Math.floor(seconds))];
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return two(part('min', minutes), 's', Math.floor(seconds % 60));
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return two(part('h', hours), 'min', minutes % 60);
  return two(part('d', Math.floor(hours / 24)), 'h', hours % 24);
}

/**
 * Like durationParts, as English text.
 * @example formatDuration(3_725_000) // "1 h 2 min"
 */
export function formatDuration(durationMs: number): string {
  return durationParts(durationMs)
    .map(({ unit, value }) => `${value} ${unit}`)
    .join(' ');
}

function part(unit: DurationUnit, value: number): DurationPart {
  return { unit, value: String(value) };
}

function two(large: DurationPart, unit: DurationUnit, small: number): DurationPart[] {
  return small === 0 ? [large] : [large, part(unit, small)];
}
