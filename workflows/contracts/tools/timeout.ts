import { positiveNumber } from '../teamSchema/fields.ts';

/** How long a call may take: up to a day. */
export const timeoutSeconds = positiveNumber(24 * 60 * 60);
