import { team } from '../../../../../workflows/domain/team.ts';
import type { StoredTeam } from '../../../data/teams/storedTeam.ts';

const UNSAID = team({ participants: [] }).description;

/**
 * A stored version as the editor's text. Version 0.1.0 stored the description beside the configuration; it is
 * added here. An unreadable version is shown unchanged, to be corrected.
 */
export function textToEdit({ stored, description }: { stored: StoredTeam; description: string }): string {
  if (!stored.ok) return JSON.stringify(stored.raw, null, 2);
  const { config } = stored;
  const isUnsaid = config.description === UNSAID && description !== '';
  return JSON.stringify(isUnsaid ? { ...config, description } : config, null, 2);
}
