import type { MemoryContent } from '../transcript/entry.ts';

/**
 * A kind of memory: what an agent's model is given besides what it has seen. A new one is its file here and its line in
 * registry.ts; the compiler names the other rooms' registries that want one too.
 */
export interface MemoryKind<Config extends { kind: string }> {
  /** What it puts before its agent's model at each turn, as AutoGen's update_context does; empty: nothing. */
  contents(config: Config): MemoryContent[];
  /** How many entries of the team's long-term memory it gives at most; 0: it is none of that. */
  recalls(config: Config): number;
}
