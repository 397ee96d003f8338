import type { TaskNoticeKind } from '../../../workflows/domain/notices/noticeStates.ts';
import type { TaskKind } from '../../../workflows/domain/tasks/registry.ts';

/** What a mail says, in one language. `at` is a moment in words. */
export interface MailWords {
  subject: Record<TaskNoticeKind, (title: string) => string>;
  digestSubject: (count: number) => string;
  /** What is asked, by the kind of task; `speaker` is the participant whose turn waits. */
  asks: Record<TaskKind, (speaker: string) => string>;
  conversation: (title: string, team: string) => string;
  deadline: (at: string) => string;
  answer: string;
  footer: string;
  change: string;
}
