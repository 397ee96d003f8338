import { autogenFindings } from './autogenFindings.ts';
import { encode, sayInEnglish, type ValuesFor } from './coded.ts';
import { teamFindings } from './teamFindings.ts';

const ENGLISH = { teamFindings: { faults: teamFindings }, autogenFindings: { faults: autogenFindings } };

export type TeamFindingName = keyof typeof teamFindings;
export type AutogenFindingName = keyof typeof autogenFindings;

/**
 * Something that is wrong with a team's JSON, as a coded message: `inEnglish` says it here, the pages in their language.
 *
 * @example z.string().max(200, teamFinding('tooLong', { max: 200 }))
 */
export function teamFinding<Name extends TeamFindingName>(
  name: Name,
  ...[values]: ValuesFor<(typeof teamFindings)[Name]>
): string {
  return encode(`teamFindings:faults.${name}`, values);
}

/** Something that can't be carried over from AutoGen's JSON or into it, as a coded message. */
export function autogenFinding<Name extends AutogenFindingName>(
  name: Name,
  ...[values]: ValuesFor<(typeof autogenFindings)[Name]>
): string {
  return encode(`autogenFindings:faults.${name}`, values);
}

/** A finding in English, for programs, scripts and logs; any other text stays as it is. */
export function inEnglish(text: string): string {
  return sayInEnglish(ENGLISH, text);
}
