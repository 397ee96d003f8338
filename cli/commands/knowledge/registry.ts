import type { AddCommand } from '../../carryOut.ts';
import { addAddCommand } from './addDocuments.ts';
import { addDeleteCommand } from './deleteKnowledge.ts';
import { addImportsCommand, addRetryCommand, addSteeringCommands } from './imports.ts';
import { addListCommand } from './listKnowledge.ts';
import { addSearchCommand } from './search.ts';
import { addShowCommand } from './showDocument.ts';

/** The commands of the group `colloquy knowledge`, in the order of its help. */
export const knowledgeCommands: readonly AddCommand[] = [
  addAddCommand,
  addListCommand,
  addShowCommand,
  addSearchCommand,
  addDeleteCommand,
  addImportsCommand,
  addSteeringCommands,
  addRetryCommand,
];
