import type { TeamConfig } from '../team.ts';
import type { templateWords } from './templateWords.ts';

/** A team to begin from: copied into a project, it is changed there. Its words are in `templateWords`. */
export interface TeamTemplate {
  /** Stable, for addresses: "writers-room". */
  slug: keyof typeof templateWords;
  config: TeamConfig;
}
