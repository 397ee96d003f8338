import type { Command } from 'commander';
import type { AddCommand } from '../../carryOut.ts';
import { deleteMemory, editMemory, listMemory, pinMemory, unpinMemory } from './changeMemory.ts';

/** The commands of the group `colloquy memory`, in the order of its help. */
export const memoryCommands: readonly AddCommand[] = [
  (group, carryOut) =>
    ofTeam(group, 'list', 'lists what a team remembers, pinned entries first')
      .option('--search <TEXT>', 'only the entries that contain this text')
      .action((team: string, { search }: { search?: string }) =>
        carryOut((session) => listMemory(session, { team, search })),
      ),
  (group, carryOut) =>
    ofEntry(group, 'edit', 'corrects an entry; no model changes it afterwards')
      .requiredOption('--text <TEXT>', 'its new text ("-": standard input)')
      .action((team: string, entry: string, { text }: { text: string }) =>
        carryOut((session) => editMemory(session, { team, entry, text })),
      ),
  (group, carryOut) =>
    ofEntry(group, 'pin', 'gives an entry to every run; no model changes it').action(
      (team: string, entry: string) => carryOut((session) => pinMemory(session, { team, entry })),
    ),
  (group, carryOut) =>
    ofEntry(group, 'unpin', 'unpins an entry').action((team: string, entry: string) =>
      carryOut((session) => unpinMemory(session, { team, entry })),
    ),
  (group, carryOut) =>
    ofEntry(group, 'delete', 'deletes an entry; what it says is not remembered again').action(
      (team: string, entry: string) => carryOut((session) => deleteMemory(session, { team, entry })),
    ),
];

function ofTeam(group: Command, name: string, description: string): Command {
  return group.command(name).description(description).argument('<TEAM>', 'the team’s name or id');
}

function ofEntry(group: Command, name: string, description: string): Command {
  return ofTeam(group, name, description).argument('<ENTRY>', 'the entry’s id');
}
