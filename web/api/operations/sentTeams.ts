import type { ImportNote } from '../../../workflows/contracts/autogen/report.ts';
import { notesAbout, problemsInside } from '../../app/data/teams/check/findings.server.ts';
import { readDefinition } from '../../app/data/teams/readDefinition.ts';
import { english } from '../../app/languages/english.server.ts';
import { Problem } from '../problem.ts';

/** The teams in a definition that was sent, with notes in English; throws a Problem that lists what is wrong. */
export function sentTeams(definition: unknown) {
  const read = readDefinition(definition);
  const problems = read.ok ? read.teams.flatMap(problemsInside) : read.problems;
  if (read.ok && problems.length === 0) {
    return {
      notes: notesInEnglish(read.notes),
      teams: read.teams.map((team) => ({
        ...team,
        notes: notesInEnglish([...team.notes, ...notesAbout(team)]),
      })),
    };
  }
  throw new Problem({
    kind: 'import_refused',
    status: 422,
    title: english(problems[0]?.message ?? 'This is not a valid team'),
    detail: 'Nothing was stored. Correct what `problems` lists, then send it again.',
    problems: problems.map(({ path, message, fix }) => ({
      path,
      message: english(message),
      ...(fix === '' ? {} : { fix: english(fix) }),
    })),
  });
}

/** What could not be carried over, in the API's language. */
export function notesInEnglish(notes: readonly ImportNote[]): ImportNote[] {
  return notes.map(({ path, message }) => ({ path, message: english(message) }));
}
