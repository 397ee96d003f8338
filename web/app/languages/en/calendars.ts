/** Working calendars: when people work, and so how the time of a task that waits for them is counted. */
export const calendars = {
  title: 'Working calendars',
  description:
    'A team that names a calendar counts the deadlines, reminders and escalations of its tasks in working hours: evenings, weekends and holidays stop the clock.',
  new: 'New calendar',
  empty: {
    title: 'No calendars yet',
    description: 'Until a team names one, all hours count.',
  },
  list: {
    label: 'Calendars',
    hours: '{{hours, number}} hours a week, {{zone}}',
    holidays_one: '{{count, number}} holiday',
    holidays_other: '{{count, number}} holidays',
  },
  form: {
    newTitle: 'New working calendar',
    name: 'Name',
    nameHint: 'Teams name it by this, so it can’t be changed later.',
    zone: 'Time zone',
    zoneHint: 'For example Europe/Berlin or Asia/Shanghai.',
    week: 'Working hours',
    weekHint: 'For example 9:00–12:30, 13:30–18:00. Empty: nobody works.',
    holidays: 'Holidays',
    holidaysHint:
      'One date per line, with a name if you like. Hours after a date are worked on that day: 2026-12-24 9:00–12:00 Christmas Eve.',
    create: 'Create calendar',
    save: 'Save',
  },
  day: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
  saved: 'The calendar has been saved. Tasks that are open keep their times.',
  ahead: {
    title: 'What it means',
    fourWeeks: 'The next four weeks have {{hours, number}} working hours.',
    due: 'A deadline of eight working hours from now is {{time}} in {{zone}}.',
  },
  delete: {
    open: 'Delete calendar',
    title: 'Delete this calendar?',
    description:
      'Tasks that are open keep their times. For later tasks of teams that name it, all hours count, and the tasks say so.',
    keep: 'Keep it',
    submit: 'Delete',
  },
  faults: {
    notFound: 'The project has no such calendar; it may have been deleted.',
    nameMissing: 'Give it a name, such as Berlin office.',
    nameTaken: 'There is already a calendar with this name. Choose another name.',
    zone: 'Enter the name of a time zone, such as Europe/Berlin.',
    hours:
      'Write hours such as 9:00–12:30, 13:30–18:00, each within the day. Hours past midnight belong to the next day.',
    noHours: 'Without working hours nothing would ever be due. Enter hours for at least one day.',
    holiday: 'Line {{line, number}} can’t be read. Begin it with a date, such as 2026-12-25.',
    holidayTwice: '{{date}} appears twice. Keep one.',
    holidays: 'There are more than {{max, number}} dates. Remove some.',
    holidayName: 'The name of {{date}} has more than {{max, number}} characters. Shorten it.',
  },
} as const;
