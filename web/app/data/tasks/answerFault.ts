import type { PersonDecision, TaskKind } from '../../../../workflows/domain/task.ts';

/** What is wrong with the text of an answer, given what it answers, as a sentence for whoever wrote it; null: nothing. */
export function answerFault(kind: TaskKind, decision: PersonDecision, text: string): string | null {
  if (kind === 'review_message' && decision === 'reject' && text === '') {
    return 'Say what the author should do differently.';
  }
  return kind === 'approve_tool_call' && decision === 'edit' ? argumentsFault(text) : null;
}

function argumentsFault(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return null;
    return 'The arguments of a tool are a JSON object: they begin with { and end with }.';
  } catch (error) {
    const why = error instanceof SyntaxError ? ` (${error.message})` : '';
    return `This is no JSON${why}. Correct it, or approve the call as it is.`;
  }
}
