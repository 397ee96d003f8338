import { english } from '../../languages/english.server.ts';

/** The JSON body of a refusal: the error page shows the fault, a script reads the message. */
export type RefusalBody = {
  /** The reason, as a fault (languages/fault.ts); "" if the page's own words for the status are enough. */
  fault: string;
  /** The same in English. */
  message: string;
};

export function refusalBody(fault: string): RefusalBody {
  return { fault, message: english(fault) };
}
