import type { Tone } from './tones.ts';

const AGENT_TONES: readonly Tone[] = [
  'teal',
  'violet',
  'orange',
  'blue',
  'pink',
  'lime',
  'amber',
  'green',
  'red',
];

/**
 * The colour of an agent: the same for the same name, everywhere. Colour alone never conveys it: the name is beside
 * it.
 */
export function agentTone(name: string): Tone {
  let hash = 2166136261;
  for (let index = 0; index < name.length; index += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 16777619);
  }
  hash ^= hash >>> 15;
  return AGENT_TONES[(hash >>> 0) % AGENT_TONES.length] ?? 'neutral';
}

/** One or two letters that represent a name. */
export function initials(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const [first = '?', second] = words;
  return (second ? first.slice(0, 1) + second.slice(0, 1) : first.slice(0, 2)).toUpperCase();
}
