import { type Command, InvalidArgumentError, Option } from 'commander';
import type { ApiFoundPassage } from '../../../workflows/contracts/api/knowledgeSearch.ts';
import { assertNever, type Json } from '../../../workflows/domain/json.ts';
import {
  FILTER_KEY_MAX_CHARACTERS,
  readMetadataFilter,
} from '../../../workflows/domain/knowledge/metadataFilter.ts';
import { passagePath } from '../../../workflows/domain/knowledge/passagePath.ts';
import { piecesOf } from '../../../workflows/domain/knowledge/wordsOf.ts';
import { answerTo } from '../../apiClient.ts';
import type { CarryOut } from '../../carryOut.ts';
import { type ExitCode, exitCodes } from '../../exitCodes.ts';
import { plainText } from '../../plainText.ts';
import { emphasize, type Session, writeJson } from '../../session.ts';
import { shortText } from '../../shortText.ts';
import { UsageError } from '../../usage.ts';

interface SearchOptions {
  collection?: string[];
  filter?: string[];
  count?: number;
  weight?: number;
  threshold?: number;
  diversity?: number;
  neighbours?: number;
}

export function addSearchCommand(group: Command, carryOut: CarryOut): void {
  group
    .command('search')
    .description('finds the passages of documents that fit a question best')
    .argument('<QUESTION>', 'a whole question, or words')
    .addOption(repeated('--collection <NAME>', 'a collection to search; may be repeated; all without it'))
    .addOption(numberOption('--count <N>', 'the most passages, 1 to 50; 6 without it', 1, 50, true))
    .addOption(
      numberOption('--weight <SHARE>', 'the share of meaning in the score, 0 to 1; 0.7 without it', 0, 1),
    )
    .addOption(numberOption('--threshold <COSINE>', 'the least cosine with the question, -1 to 1', -1, 1))
    .addOption(
      numberOption(
        '--diversity <SHARE>',
        'how much likeness to a better one counts against one, 0 to 1',
        0,
        1,
      ),
    )
    .addOption(numberOption('--neighbours <N>', 'passages before and after each one, 0 to 5', 0, 5, true))
    .addOption(repeated('--filter <KEY=VALUE>', 'what the metadata has to contain; may be repeated; or JSON'))
    .action((question: string, options: SearchOptions) =>
      carryOut((session) => searchCommand(session, question, options)),
    );
}

/** Prints the passages that fit a question best, each with the parts of its score and its address. */
async function searchCommand(
  session: Session,
  question: string,
  { collection, count, weight, threshold, diversity, neighbours, filter = [] }: SearchOptions,
): Promise<ExitCode> {
  const found = await answerTo(
    session.api.POST('/knowledge/search', {
      body: {
        question,
        ...(collection !== undefined && { collections: collection }),
        ...(count !== undefined && { count }),
        ...(weight !== undefined && { vectorWeight: weight }),
        ...(threshold !== undefined && { threshold }),
        ...(diversity !== undefined && { diversity }),
        ...(neighbours !== undefined && { neighbours }),
        filter: readFilter(filter),
      },
    }),
  );
  if (session.json) {
    writeJson(session, found);
    return exitCodes.done;
  }
  if (found.passages.length === 0) session.note('Nothing was found.');
  const words = new Set(found.words);
  session.out(
    found.passages
      .map((passage, index) => `${passageText(passage, index + 1, session.url, words)}\n`)
      .join('\n'),
  );
  return exitCodes.done;
}

/** A passage as it is read on a terminal: where it stands, its score, its text, and its page in the web app. */
function passageText(
  passage: ApiFoundPassage,
  number: number,
  url: string,
  words: ReadonlySet<string>,
): string {
  const { title, collection, headingPath, page, text, score, similarity, bm25 } = passage;
  const place = [collection, headingPath.join(' › '), page === null ? '' : `page ${String(page)}`];
  const head = `${String(number)}. ${emphasize(plainText(title))}  ${plainText(place.filter(Boolean).join(' · '))}`;
  const scores = `score ${score.toFixed(3)} · meaning ${similarity.toFixed(3)} · words ${bm25.toFixed(2)}`;
  const address = url + passagePath(passage);
  const shown = plainText(shortText(text, undefined, address));
  return [head, scores, marked(shown, words), address].join('\n');
}

function marked(text: string, words: ReadonlySet<string>): string {
  return piecesOf(text)
    .map((piece) => (words.has(piece.text.toLowerCase()) ? emphasize(piece.text) : piece.text))
    .join('');
}

function readFilter(lines: readonly string[]): Record<string, Json> {
  const read = readMetadataFilter(lines.join('\n'));
  switch (read.kind) {
    case 'filter':
      return read.filter;
    case 'not_json':
      throw new UsageError('The filter begins like JSON but isn’t valid. Write an object, or KEY=VALUE.');
    case 'not_a_pair':
      throw new UsageError(`The filter “${read.line}” is not KEY=VALUE.`);
    case 'twice':
      throw new UsageError(`The filter names ${read.key} twice.`);
    case 'key_length':
      throw new UsageError(
        `A key of the filter is ${read.key === '' ? 'empty' : `too long (${read.key.slice(0, 40)}…)`}: a key has 1 to ${String(FILTER_KEY_MAX_CHARACTERS)} characters.`,
      );
    default:
      return assertNever(read);
  }
}

/** An option that may be given several times. */
function repeated(flags: string, description: string): Option {
  return new Option(flags, description).argParser((given: string, before: string[] | undefined) => [
    ...(before ?? []),
    given,
  ]);
}

function numberOption(flags: string, description: string, min: number, max: number, isWhole = false): Option {
  return new Option(flags, description).argParser((given: string) => {
    const number = given.trim() === '' ? Number.NaN : Number(given);
    if (number >= min && number <= max && (!isWhole || Number.isInteger(number))) return number;
    const kind = isWhole ? 'a whole number' : 'a number';
    throw new InvalidArgumentError(`It takes ${kind} from ${String(min)} to ${String(max)}.`);
  });
}
