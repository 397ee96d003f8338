import type { OutlineEntry, RequestOutline, RequestParameters, TranscriptMessage } from './outline.ts';

/** A draft of this turn that a person sent back, with what they said. */
export interface RejectedDraft {
  content: string;
  feedback: string;
}

/**
 * The request for an agent's reply: its system message, the transcript, and in a turn whose earlier drafts were sent
 * back, those drafts with the reviewer's words.
 */
export function replyOutline(reply: {
  agent: { name: string; systemMessage: string };
  parameters: RequestParameters;
  transcript: readonly TranscriptMessage[];
  rejected: readonly RejectedDraft[];
}): RequestOutline {
  const { agent, transcript } = reply;
  const first = transcript[0];
  const last = transcript.at(-1);
  const entries: OutlineEntry[] = [];
  if (agent.systemMessage !== '') {
    entries.push({ kind: 'literal', message: { role: 'system', content: agent.systemMessage } });
  }
  if (first !== undefined && last !== undefined) {
    entries.push({ kind: 'transcript', fromSeq: first.seq, toSeq: last.seq });
  }
  for (const draft of reply.rejected) {
    entries.push({ kind: 'literal', message: { role: 'assistant', content: draft.content } });
    entries.push({ kind: 'literal', message: { role: 'user', content: draft.feedback, name: 'reviewer' } });
  }
  return { renderer: 1, agent: agent.name, parameters: reply.parameters, entries };
}
