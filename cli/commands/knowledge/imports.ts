import type { Command } from 'commander';
import { answerTo } from '../../apiClient.ts';
import type { CarryOut } from '../../carryOut.ts';
import { type ExitCode, exitCodes } from '../../exitCodes.ts';
import { plainText } from '../../plainText.ts';
import { type Session, writeJson } from '../../session.ts';
import { watchAll } from './addDocuments.ts';
import { findCollection } from './findCollection.ts';
import { importText, itemText } from './importText.ts';
import { readImport } from './watchImport.ts';

/** Adds `knowledge imports`. */
export function addImportsCommand(group: Command, carryOut: CarryOut): void {
  group
    .command('imports')
    .description('the newest imports, or one with its documents and why some failed')
    .argument('[IMPORT]', 'its id')
    .option('--collection <NAME>', 'only those into this collection, by name or id')
    .action((importId: string | undefined, { collection }: { collection?: string }) =>
      carryOut((session) => importsCommand(session, { importId, collection })),
    );
}

/** Adds `knowledge pause`, `resume` and `cancel`. */
export function addSteeringCommands(group: Command, carryOut: CarryOut): void {
  for (const [steering, description] of [
    ['pause', 'pauses an import: what has begun comes to its end'],
    ['resume', 'resumes a paused import'],
    ['cancel', 'cancels an import'],
  ] as const) {
    group
      .command(steering)
      .description(description)
      .argument('<IMPORT>', 'its id')
      .action((importId: string) =>
        carryOut((session) => steerImportCommand(session, { importId, steering })),
      );
  }
}

/** Adds `knowledge retry`. */
export function addRetryCommand(group: Command, carryOut: CarryOut): void {
  group
    .command('retry')
    .description('tries what failed in an import again')
    .argument('<IMPORT>', 'its id')
    .option('--no-wait', 'does not wait until it has ended')
    .action((importId: string, { wait }: { wait: boolean }) =>
      carryOut((session) => retryImportCommand(session, { importId, wait })),
    );
}

/** Lists the newest imports, or shows one with its documents. */
async function importsCommand(
  session: Session,
  { importId, collection }: { importId: string | undefined; collection: string | undefined },
): Promise<ExitCode> {
  if (importId !== undefined) {
    const found = await readImport(session, importId);
    if (session.json) writeJson(session, found);
    else {
      session.out(`${importText(found)}\n`);
      for (const item of found.items) session.out(`  ${plainText(itemText(item))}\n`);
    }
    return exitCodes.done;
  }
  const inCollection =
    collection === undefined ? {} : { collectionId: (await findCollection(session.api, collection)).id };
  const page = await answerTo(session.api.GET('/knowledge/imports', { params: { query: inCollection } }));
  if (session.json) writeJson(session, page);
  else {
    for (const each of page.imports) session.out(`${each.id}  ${each.createdAt}  ${importText(each)}\n`);
  }
  return exitCodes.done;
}

const STEERINGS = {
  pause: '/knowledge/imports/{importId}/pause',
  resume: '/knowledge/imports/{importId}/resume',
  cancel: '/knowledge/imports/{importId}/cancel',
} as const;

const WORDS = { pause: 'Pausing', resume: 'Resuming', cancel: 'Cancelling' } as const;

type ImportSteering = keyof typeof STEERINGS;

/** Pauses, resumes or cancels an import. */
async function steerImportCommand(
  session: Session,
  { importId, steering }: { importId: string; steering: ImportSteering },
): Promise<ExitCode> {
  const result = await answerTo(session.api.POST(STEERINGS[steering], { params: { path: { importId } } }));
  if (session.json) writeJson(session, result);
  else session.out(`${WORDS[steering]}. \`colloquy knowledge imports ${importId}\` shows how it stands.\n`);
  return exitCodes.done;
}

/** Tries the documents of an import that failed again, and shows what comes of them. */
async function retryImportCommand(
  session: Session,
  { importId, wait }: { importId: string; wait: boolean },
): Promise<ExitCode> {
  const found = await answerTo(
    session.api.POST('/knowledge/imports/{importId}/retry', { params: { path: { importId } } }),
  );
  if (wait) return watchAll(session, [importId]);
  if (session.json) writeJson(session, found);
  else session.out(`${importText(found)}\n`);
  return exitCodes.done;
}
