import { type Command, Option } from 'commander';
import { overlapPolicies, type OverlapPolicy } from '../../../workflows/domain/schedules/states.ts';
import type { AddCommand } from '../../carryOut.ts';
import { describedByOptions, type ScheduleOptions } from './scheduleOptions.ts';
import { listSchedules, showSchedule } from './showSchedule.ts';
import {
  backfillSchedule,
  deleteSchedule,
  pauseSchedule,
  resumeSchedule,
  triggerSchedule,
} from './steerSchedule.ts';
import { addSchedule, editSchedule } from './writeSchedule.ts';

/** The commands of the group `colloquy schedule`, in the order of its help. */
export const scheduleCommands: readonly AddCommand[] = [
  (group, carryOut) =>
    describedByOptions(
      group
        .command('add')
        .description('makes a schedule: a team that runs on a task again and again')
        .argument('[TEAM]', 'its name or id; each run takes its newest version; left out with --wakes')
        .argument('[TASK]', 'what it should do ("-": standard input)')
        .requiredOption('--name <NAME>', 'the name of the schedule')
        .option('--wakes <ID>', 'wakes this standing conversation with the task, instead of a team'),
    )
      .option('--paused', 'it begins paused')
      .option('--key <TEXT>', 'the same key and description again are the same schedule')
      .action(
        (
          team: string | undefined,
          task: string | undefined,
          options: ScheduleOptions & { name: string; wakes?: string; paused?: boolean; key?: string },
        ) => {
          const { name, wakes, paused = false, key } = options;
          return carryOut((session) =>
            addSchedule(session, { team, task, name, wakes, paused, key }, options),
          );
        },
      ),
  (group, carryOut) =>
    group
      .command('list')
      .description('lists schedules with their next runs')
      .option('--search <TEXT>', 'only those whose name contains this text')
      .option('--wakes <ID>', 'only those that wake this conversation')
      .action((wanted: { search?: string; wakes?: string }) =>
        carryOut((session) => listSchedules(session, wanted)),
      ),
  (group, carryOut) =>
    ofSchedule(group, 'show', 'shows a schedule, its next runs, and what became of its dates').action(
      (schedule: string) => carryOut((session) => showSchedule(session, { schedule })),
    ),
  (group, carryOut) =>
    describedByOptions(
      ofSchedule(group, 'edit', 'changes what the options name; the rest stays')
        .option('--name <NAME>', 'its new name')
        .option('--task <TASK>', 'its new task ("-": standard input)')
        .option('--team <TEAM>', 'another team, by name or id')
        .option('--wakes <ID>', 'the standing conversation that it wakes from now on'),
    ).action(
      (
        schedule: string,
        options: ScheduleOptions & { name?: string; task?: string; team?: string; wakes?: string },
      ) => {
        const { name, task, team, wakes } = options;
        return carryOut((session) => editSchedule(session, { schedule, name, task, team, wakes }, options));
      },
    ),
  (group, carryOut) =>
    ofSchedule(group, 'pause', 'pauses a schedule')
      .option('--note <TEXT>', 'why it is paused', '')
      .action((schedule: string, { note }: { note: string }) =>
        carryOut((session) => pauseSchedule(session, { schedule, note })),
      ),
  (group, carryOut) =>
    ofSchedule(group, 'resume', 'resumes a paused schedule').action((schedule: string) =>
      carryOut((session) => resumeSchedule(session, { schedule })),
    ),
  (group, carryOut) =>
    ofSchedule(group, 'trigger', 'starts a run now, beside any other')
      .option('--key <TEXT>', 'the same key again is the same run')
      .action((schedule: string, { key }: { key?: string }) =>
        carryOut((session) => triggerSchedule(session, { schedule, key })),
      ),
  (group, carryOut) =>
    ofSchedule(group, 'backfill', 'runs past dates that have no run; says how many, and asks first')
      .requiredOption('--from <MOMENT>', 'the beginning of the range, such as 2027-01-01T00:00:00Z')
      .requiredOption('--until <MOMENT>', 'its end')
      .addOption(
        new Option('--overlap <POLICY>', 'if one is still going')
          .choices(overlapPolicies)
          .default('buffer_all'),
      )
      .option('--yes', 'does not ask')
      .option('--key <TEXT>', 'the same key again is the same backfill')
      .action(
        (
          schedule: string,
          given: { from: string; until: string; overlap: OverlapPolicy; yes?: boolean; key?: string },
        ) =>
          carryOut((session) =>
            backfillSchedule(session, { ...given, schedule, yes: given.yes ?? false, key: given.key }),
          ),
      ),
  (group, carryOut) =>
    ofSchedule(group, 'delete', 'deletes a schedule; asks first')
      .option('--yes', 'does not ask')
      .action((schedule: string, { yes = false }: { yes?: boolean }) =>
        carryOut((session) => deleteSchedule(session, { schedule, yes })),
      ),
];

function ofSchedule(group: Command, name: string, description: string): Command {
  return group.command(name).description(description).argument('<SCHEDULE>', 'its name or id');
}
