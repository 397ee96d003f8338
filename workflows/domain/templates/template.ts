import type { TeamConfig } from '../team.ts';

/** A team to begin from: copied into a project, it is changed there. */
export interface TeamTemplate {
  /** Stable, for addresses: "writers-room". */
  slug: string;
  name: string;
  /** What it does and when to take it, in a sentence or two. */
  summary: string;
  /** A task to try it with. */
  exampleTask: string;
  config: TeamConfig;
}
