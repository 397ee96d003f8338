import { english } from '../../languages/english.server.ts';

/** What a refused request is answered with, as JSON: the error page says the fault, a script reads the message. */
export type RefusalBody = {
  /** Why, as a fault (languages/fault.ts); "" where the page's own words for the status say enough. */
  fault: string;
  /** The same in English. */
  message: string;
};

/** The body of a refusal. */
export function refusalBody(fault: string): RefusalBody {
  return { fault, message: english(fault) };
}
