import { IDENTIFIER } from '../../domain/names/identifier.ts';
import { teamFinding } from '../findings/finding.ts';
import { integer, text } from '../teamSchema/fields.ts';

/** AutoGen's rule is a Python identifier, and so is ours. */
export const participantName = text(200, 1).regex(IDENTIFIER, teamFinding('participantName'));

export const description = text(10_000);
export const prompt = text(100_000);
export const deadlineSeconds = integer(1, 366 * 24 * 60 * 60);
