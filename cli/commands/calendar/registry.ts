import type { Command } from 'commander';
import type { AddCommand } from '../../carryOut.ts';
import { deleteCalendar, listCalendars, saveCalendar, showCalendar } from './calendars.ts';

/** The commands of the group `colloquy calendar`, in the order of its help. */
export const calendarCommands: readonly AddCommand[] = [
  (group, carryOut) =>
    group
      .command('list')
      .description('lists working calendars')
      .action(() => carryOut((session) => listCalendars(session))),
  (group, carryOut) =>
    ofCalendar(group, 'show', 'prints a calendar as the JSON that save takes').action((calendar: string) =>
      carryOut((session) => showCalendar(session, { calendar })),
    ),
  (group, carryOut) =>
    group
      .command('save')
      .description('creates a working calendar, or replaces the one with this name')
      .argument('<NAME>', 'its name; teams name it by this')
      .argument('<FILE>', 'JSON with timeZone, week and holidays ("-": standard input)')
      .action((name: string, file: string) => carryOut((session) => saveCalendar(session, { name, file }))),
  (group, carryOut) =>
    ofCalendar(group, 'delete', 'deletes a calendar; asks first')
      .option('--yes', 'does not ask')
      .action((calendar: string, { yes = false }: { yes?: boolean }) =>
        carryOut((session) => deleteCalendar(session, { calendar, yes })),
      ),
];

function ofCalendar(group: Command, name: string, description: string): Command {
  return group.command(name).description(description).argument('<CALENDAR>', 'its name or id');
}
