import { z } from 'zod';
import {
  type ProblemDocument,
  type ProblemKind,
  problemType,
} from '../../workflows/contracts/api/problem.ts';
import { issuesOf, MOST_ISSUES } from '../app/data/teams/check/issuesOf.ts';
import { jsonPath } from '../app/data/teams/check/jsonPath.ts';
import { english } from '../app/languages/english.server.ts';

export interface ProblemOptions {
  kind: ProblemKind;
  status: number;
  title: string;
  /** What the caller can do about it. Never contains a secret or a stack trace. */
  detail: string;
  problems?: ProblemDocument['problems'];
  newest?: ProblemDocument['newest'];
  headers?: Record<string, string>;
}

/** The reason why a request is refused; thrown anywhere in an operation, answered as application/problem+json. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly document: ProblemDocument;
  readonly headers: Record<string, string>;

  constructor({ kind, status, title, detail, problems, newest, headers = {} }: ProblemOptions) {
    super(title);
    this.document = {
      type: problemType(kind),
      title,
      status,
      detail,
      ...(problems === undefined ? {} : { problems }),
      ...(newest === undefined ? {} : { newest }),
    };
    this.headers = headers;
  }
}

/** The project has nothing with this id. */
export function notFound(what: string): Problem {
  return new Problem({
    kind: 'not_found',
    status: 404,
    title: `There is no such ${what}`,
    detail: `The id is wrong, or the ${what} belongs to another project.`,
  });
}

/** The request is invalid: each fault with its path. */
export function invalidRequest(where: string, error: z.ZodError): Problem {
  return new Problem({
    kind: 'invalid_request',
    status: 422,
    title: `The ${where} is invalid`,
    detail: 'Correct what `problems` lists, then send it again.',
    problems: problemsOf(error),
  });
}

/** The most characters of a path or a sentence, which may repeat what was sent. */
const LONGEST_WORDS = 500;

function cut(words: string): string {
  return words.length <= LONGEST_WORDS ? words : `${words.slice(0, LONGEST_WORDS).toWellFormed()} …`;
}

/** Each fault with its path; an unknown field, such as a misspelt one, at its own path. */
function problemsOf(error: z.ZodError): { path: string; message: string }[] {
  const unknown = error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const above = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    return issue.keys.map((key) => ({
      path: jsonPath([...above, key]),
      message: 'is no field of this request; correct its name, or leave it out',
    }));
  });
  const others = error.issues.filter(({ code }) => code !== 'unrecognized_keys');
  const known = issuesOf(new z.ZodError(others)).map(({ path, message }) => ({
    path: jsonPath(path),
    message: english(message),
  }));
  return [...unknown, ...known].slice(0, MOST_ISSUES).map(({ path, message }) => ({
    path: cut(path),
    message: cut(message),
  }));
}
