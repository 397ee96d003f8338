import { ApplicationFailure } from '@temporalio/common';
import {
  LEDGER_SCHEMA,
  LEDGER_SCHEMA_NAME,
  type ProgressEntry,
  readProgress,
} from '../../../workflows/domain/patterns/kinds/magenticOne/progressLedger.ts';
import { PROGRESS_PROMPT } from '../../../workflows/domain/patterns/kinds/magenticOne/prompts.ts';
import { askOnce } from '../../asking/askOnce.ts';
import { jsonFormat } from '../../asking/jsonFormat.ts';
import { modelRules } from '../../asking/modelRules.ts';
import { ledgerOf } from './ledger.ts';
import { fill, type Orchestra, request, roles, userMessage } from './orchestra.ts';

/** How often an unusable ledger entry is requested again, as in AutoGen. */
const MAX_LEDGER_ATTEMPTS = 10;

/** Asks for the team's progress, again while the answer is unusable. */
export async function askForProgress(orchestra: Orchestra): Promise<ProgressEntry> {
  const { talk, team, config, defaultModel } = orchestra;
  const names = team.participants.map(({ name }) => name);
  const { task } = ledgerOf(orchestra);
  const prompt = fill(PROGRESS_PROMPT, { task, team: roles(orchestra), names: names.join(', ') });
  const outline = request(orchestra, {
    view: 'thread',
    after: [userMessage(orchestra, prompt)],
    format: jsonFormat(modelRules(config.model, defaultModel), {
      name: LEDGER_SCHEMA_NAME,
      schema: LEDGER_SCHEMA,
    }),
  });
  let problem = '';
  for (let attempt = 0; attempt < MAX_LEDGER_ATTEMPTS; attempt += 1) {
    const answer = await askOnce(talk, attempt, 'progress', outline);
    if (answer.ending === 'refusal') {
      throw ApplicationFailure.nonRetryable(
        `The orchestrator's model refused to give its progress ledger: ${answer.text}`,
        'model_unexpected_answer',
      );
    }
    const read = readProgress(answer.text, names);
    if (read.kind === 'entry') return read.entry;
    problem = read.problem;
  }
  throw ApplicationFailure.nonRetryable(
    `The orchestrator's model gave no usable progress ledger in ${String(MAX_LEDGER_ATTEMPTS)} answers: ${problem}`,
    'model_unexpected_answer',
  );
}
