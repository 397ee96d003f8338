/**
 * Every type of failure that an activity or a handler may report: a closed list. `retryable` says whether trying the
 * same again can help; Temporal retries those, and a conversation parks on the others. `subject` is the beginning of a
 * title that an address may follow.
 */
export const failures = {
  model_rate_limited: {
    retryable: true,
    title: 'The model provider limits the rate',
    subject: 'The model provider',
  },
  model_unavailable: {
    retryable: true,
    title: 'The model provider has an outage',
    subject: 'The model provider',
  },
  model_unreachable: {
    retryable: true,
    title: 'The model provider cannot be reached',
    subject: 'The model provider',
  },
  model_timed_out: { retryable: true, title: 'The model took too long', subject: 'The model' },
  model_malformed_answer: {
    retryable: true,
    title: 'The model gave an answer that cannot be read',
    subject: 'The model',
  },
  model_empty_answer: { retryable: true, title: 'The model gave an empty answer', subject: 'The model' },
  model_stream_cut: {
    retryable: true,
    title: 'The model broke off in the middle of its answer',
    subject: 'The model',
  },
  model_answer_lost: {
    retryable: true,
    title: 'The model provider lost an answer that it was writing',
    subject: 'The model provider',
  },
  model_unauthorized: {
    retryable: false,
    title: 'The model provider refused the key',
    subject: 'The model provider',
  },
  model_not_found: { retryable: false, title: 'The model does not exist', subject: 'The model' },
  model_quota_exhausted: {
    retryable: false,
    title: 'The account at the model provider has no credit left',
    subject: 'The account at the model provider',
  },
  model_context_too_long: { retryable: false, title: 'The conversation is too long for the model' },
  model_refused_request: {
    retryable: false,
    title: 'The model provider refused the request',
    subject: 'The model provider',
  },
  model_attempts_exhausted: { retryable: false, title: 'The model failed too often' },
  model_unexpected_answer: {
    retryable: false,
    title: 'The model gave an answer in an unexpected form',
    subject: 'The model',
  },
  tool_unavailable: { retryable: true, title: 'A tool cannot be reached', subject: 'A tool' },
  tool_unreachable: {
    retryable: false,
    title: 'A tool could not be reached in any attempt',
    subject: 'A tool',
  },
  tool_outcome_unknown: { retryable: false, title: 'Nobody knows whether a tool call was carried out' },
  result_not_stored: { retryable: false, title: 'A result could not be stored' },
  tool_misconfigured: { retryable: false, title: 'A tool is not set up correctly', subject: 'A tool' },
  knowledge_unavailable: {
    retryable: true,
    title: 'The knowledge store cannot be reached',
    subject: 'The knowledge store',
  },
  knowledge_unreachable: {
    retryable: false,
    title: 'The knowledge store could not be reached in any attempt',
    subject: 'The knowledge store',
  },
  knowledge_refused: {
    retryable: false,
    title: 'Knowledge could not be looked up',
  },
  notice_unavailable: { retryable: true, title: 'A notice could not be delivered' },
  notice_refused: { retryable: false, title: 'A notice was refused' },
  notice_misconfigured: { retryable: false, title: 'Notices are not set up as they have to be' },
  database_unavailable: { retryable: true, title: 'The database cannot be reached', subject: 'The database' },
  temporal_unavailable: { retryable: true, title: 'Temporal cannot be reached', subject: 'Temporal' },
  step_timed_out: { retryable: false, title: 'A step did not finish in time' },
  unexpected_error: { retryable: false, title: 'Something went wrong on our side' },
  conversation_missing: { retryable: false, title: 'The conversation no longer exists' },
  task_not_open: { retryable: false, title: 'The task is no longer open' },
  decision_not_allowed: { retryable: false, title: 'The task does not accept this decision' },
  conversation_over: { retryable: false, title: 'The conversation is over' },
  invalid_command: { retryable: false, title: 'The command cannot be read' },
} as const satisfies Record<string, FailureKind>;

interface FailureKind {
  retryable: boolean;
  title: string;
  subject?: string;
}

export type FailureType = keyof typeof failures;

/** The types that trying the same again does not mend, as Temporal wants them named. */
export const finalFailures = Object.entries(failures).flatMap(([type, { retryable }]) =>
  retryable ? [] : [type],
);

/** Whether a failure's type, as it comes back through Temporal, is of the list. */
export function isFailureType(type: string): type is FailureType {
  return Object.hasOwn(failures, type);
}
