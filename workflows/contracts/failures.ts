/**
 * Every type of failure that an activity or a handler may report: a closed list. `retryable` says whether trying the
 * same again can help; Temporal retries those, and a conversation parks on the others.
 */
export const failures = {
  model_rate_limited: { retryable: true, title: 'The model provider limits the rate' },
  model_unavailable: { retryable: true, title: 'The model provider has an outage' },
  model_unreachable: { retryable: true, title: 'The model provider cannot be reached' },
  model_timed_out: { retryable: true, title: 'The model took too long' },
  model_malformed_answer: { retryable: true, title: 'The model answered in a form that cannot be read' },
  model_empty_answer: { retryable: true, title: 'The model gave an empty answer' },
  model_stream_cut: { retryable: true, title: 'The answer broke off in the middle' },
  model_answer_lost: { retryable: true, title: 'The model provider lost an answer that it was writing' },
  model_unauthorized: { retryable: false, title: 'The model provider refused the key' },
  model_not_found: { retryable: false, title: 'The model does not exist' },
  model_quota_exhausted: { retryable: false, title: 'The account at the model provider is used up' },
  model_context_too_long: { retryable: false, title: 'The conversation is too long for the model' },
  model_refused_request: { retryable: false, title: 'The model provider refused the request' },
  model_attempts_exhausted: { retryable: false, title: 'The model failed too often' },
  model_unexpected_answer: { retryable: false, title: 'The model answered in a form that does not fit' },
  tool_unavailable: { retryable: true, title: 'A tool cannot be reached' },
  tool_outcome_unknown: { retryable: false, title: 'Nobody knows whether a tool call was carried out' },
  tool_misconfigured: { retryable: false, title: 'A tool is not set up as it has to be' },
  database_unavailable: { retryable: true, title: 'The database cannot be reached' },
  conversation_missing: { retryable: false, title: 'The conversation is gone' },
  task_not_open: { retryable: false, title: 'The task is no longer open' },
  decision_not_allowed: { retryable: false, title: 'That cannot be decided here' },
  conversation_over: { retryable: false, title: 'The conversation is over' },
  invalid_command: { retryable: false, title: 'The command cannot be read' },
} as const satisfies Record<string, { retryable: boolean; title: string }>;

export type FailureType = keyof typeof failures;

/** Whether a failure's type, as it comes back through Temporal, is of the list. */
export function isFailureType(type: string): type is FailureType {
  return Object.hasOwn(failures, type);
}
