import { expect, type Page } from '@playwright/test';
import type { Participant } from '../../../workflows/domain/team.ts';
import { startInBrowser } from './browserTest.ts';

/** The person between two agents: on their turn, a test ends the server that both agents use. */
export const ASKED_BETWEEN: Participant = {
  kind: 'person',
  name: 'you',
  description: 'Asks.',
  prompt: '',
  deadlineSeconds: 600,
  onDeadline: 'stop',
};

/** A process that a test may end and start again at the same address. */
export interface EndableServer {
  start: () => Promise<void>;
  kill: () => Promise<void>;
}

/**
 * Starts the conversation, ends the server when it is the person's turn, and answers. Returns the conversation's id.
 */
export async function startAndEnd(
  page: Page,
  server: EndableServer,
  { team, task, seenBefore }: { team: string; task: string; seenBefore?: string },
): Promise<string> {
  const id = await startInBrowser(page, team, task);
  const turn = page.locator('[data-task="give_input"]');
  await expect(turn).toBeVisible();
  if (seenBefore !== undefined) await expect(page.getByText(seenBefore).first()).toBeVisible();
  await server.kill();
  await turn.getByRole('textbox').fill('Go on.');
  await turn.getByRole('button', { name: 'Answer' }).click();
  return id;
}
