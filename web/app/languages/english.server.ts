import { sayInEnglish } from '../../../workflows/contracts/findings/coded.ts';
import { catalogue } from './en/catalogue.ts';

/**
 * A fault in English, for what programs and scripts read; a text that is no fault stays as it is. Reads the catalogue by
 * itself: the server around the app has no translator.
 */
export function english(text: string): string {
  return sayInEnglish(catalogue, text);
}
