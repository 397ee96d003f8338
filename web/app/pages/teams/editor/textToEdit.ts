import { team } from '../../../../../workflows/domain/team.ts';
import type { StoredTeam } from '../../../data/teams/storedTeam.ts';

const UNSAID = team({ participants: [] }).description;

/**
 * A stored version as the editor shows it. Version 0.1.0 kept the description beside the configuration; it is put into
 * it. What can't be read is shown as it stands, to be put right.
 */
export function textToEdit({ stored, description }: { stored: StoredTeam; description: string }): string {
  if (!stored.ok) return JSON.stringify(stored.raw, null, 2);
  const { config } = stored;
  const isUnsaid = config.description === UNSAID && description !== '';
  return JSON.stringify(isUnsaid ? { ...config, description } : config, null, 2);
}
