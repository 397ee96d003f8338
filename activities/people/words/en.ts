import type { MailWords } from './words.ts';

export const english: MailWords = {
  subject: {
    task_opened: (title) => `You are asked: ${title}`,
    task_reminder: (title) => `Reminder: ${title}`,
    task_escalated: (title) => `Passed on to you: ${title}`,
  },
  digestSubject: (count) => (count === 1 ? '1 task waits for you' : `${String(count)} tasks wait for you`),
  asks: {
    review_message: (speaker) => `A draft by ${speaker} waits for your review.`,
    give_input: (speaker) => `It is ${speaker}’s turn, and you are asked to take it.`,
    approve_tool_call: (speaker) => `${speaker} wants to call a tool and asks for your approval.`,
    resolve_error: (speaker) => `The turn of ${speaker} failed, and you are asked what to do.`,
    wait: (speaker) => `${speaker} waits for a time, which you can end early.`,
  },
  conversation: (title, team) => `Conversation: ${title} (team ${team})`,
  deadline: (at) => `Answer by ${at}.`,
  answer: 'Open the task',
  footer: 'Colloquy sends you this because a team asks for people.',
  change: 'Choose how often',
};
