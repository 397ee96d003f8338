import { InvalidArgumentError } from 'commander';
import type { AddCommand } from '../../carryOut.ts';
import { addWebhook, listWebhooks, removeWebhook, rotateWebhook } from './webhooks.ts';

/** The commands of the group `colloquy webhook`, in the order of its help. */
export const webhookCommands: readonly AddCommand[] = [
  (group, carryOut) =>
    group
      .command('add')
      .description('makes a webhook that wakes a standing conversation; prints its address and its secret')
      .argument('<ID>', 'the id of the conversation')
      .argument('<NAME>', 'what the webhook is called')
      .action((id: string, name: string) => carryOut((session) => addWebhook(session, { id, name }))),
  (group, carryOut) =>
    group
      .command('list')
      .description('lists the webhooks of a conversation')
      .argument('<ID>', 'the id of the conversation')
      .action((id: string) => carryOut((session) => listWebhooks(session, { id }))),
  (group, carryOut) =>
    group
      .command('rotate')
      .description('gives a webhook another secret, and prints it')
      .argument('<ID>', 'the id of the conversation')
      .argument('<WEBHOOK>', 'the id of the webhook')
      .option('--overlap <HOURS>', 'how long the previous secret is accepted too (24; 0: not at all)', hours)
      .action((id: string, webhookId: string, { overlap }: { overlap?: number }) =>
        carryOut((session) => rotateWebhook(session, { id, webhookId, hours: overlap })),
      ),
  (group, carryOut) =>
    group
      .command('remove')
      .description('removes a webhook: its address accepts nothing any more')
      .argument('<ID>', 'the id of the conversation')
      .argument('<WEBHOOK>', 'the id of the webhook')
      .action((id: string, webhookId: string) =>
        carryOut((session) => removeWebhook(session, { id, webhookId })),
      ),
];

function hours(given: string): number {
  const value = Number(given);
  if (!Number.isFinite(value) || value < 0 || value > 720)
    throw new InvalidArgumentError('It has to be a number of hours, 720 (30 days) at most.');
  return value;
}
