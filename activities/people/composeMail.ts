import type { MailContent, MailSection } from '../../workflows/domain/notices/mailContent.ts';
import type { TaskNoticeKind } from '../../workflows/domain/notices/noticeStates.ts';
import type { TaskKind } from '../../workflows/domain/tasks/registry.ts';
import { mailWords } from './words/mailWords.ts';
import type { MailWords } from './words/words.ts';

/** A task as a mail tells of it. */
export interface ToldTask {
  id: string;
  kind: TaskKind;
  speaker: string;
  deadlineAt: Date | null;
  conversationId: string;
  /** Its title. */
  conversation: string;
  team: string;
}

/** Who reads a mail. */
export interface Reader {
  /** BCP 47; null: not chosen. */
  language: string | null;
  /** IANA. */
  timeZone: string;
}

/** The address at which browsers find the app, without a slash at its end. */
interface Place {
  appUrl: string;
}

/** A mail about one task. Nothing that an agent wrote stands in it but the conversation's title and names. */
export function composeTaskMail(
  kind: TaskNoticeKind,
  task: ToldTask,
  reader: Reader,
  place: Place,
): { language: string; content: MailContent } {
  const { language, words } = mailWords(reader.language);
  const content = {
    subject: oneLine(words.subject[kind](task.conversation)),
    sections: [sectionOf(task, words, language, reader, place)],
    footer: footerOf(words, place),
  };
  return { language, content };
}

/** A mail about several tasks, in place of one about each. */
export function composeDigest(
  tasks: readonly ToldTask[],
  reader: Reader,
  place: Place,
): { language: string; content: MailContent } {
  const { language, words } = mailWords(reader.language);
  const content = {
    subject: words.digestSubject(tasks.length),
    sections: tasks.map((task) => sectionOf(task, words, language, reader, place)),
    footer: footerOf(words, place),
  };
  return { language, content };
}

/** Where a task is answered. */
export function taskUrl({ appUrl }: Place, taskId: string): string {
  return `${appUrl}/tasks/${taskId}`;
}

function sectionOf(
  task: ToldTask,
  words: MailWords,
  language: string,
  { timeZone }: Reader,
  place: Place,
): MailSection {
  const lines = [
    words.asks[task.kind](task.speaker),
    words.conversation(oneLine(task.conversation), task.team),
    ...(task.deadlineAt === null ? [] : [words.deadline(momentIn(task.deadlineAt, language, timeZone))]),
  ];
  return { lines, link: { label: words.answer, href: taskUrl(place, task.id) } };
}

function footerOf(words: MailWords, { appUrl }: Place): MailContent['footer'] {
  return { before: words.footer, label: words.change, href: `${appUrl}/settings/notices` };
}

function momentIn(at: Date, language: string, timeZone: string): string {
  return new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'long',
    timeZone,
  }).format(at);
}

/** A title as the line of a mail. */
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 150);
}
