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
  const entries: OutlineEntry[] = [];
  if (agent.systemMessage !== '') {
    entries.push({ kind: 'literal', message: { role: 'system', content: agent.systemMessage } });
  }
  entries.push(...rangesOf(transcript.map(({ seq }) => seq)));
  for (const draft of reply.rejected) {
    entries.push({ kind: 'literal', message: { role: 'assistant', content: draft.content } });
    entries.push({ kind: 'literal', message: { role: 'user', content: draft.feedback, name: 'reviewer' } });
  }
  return { renderer: 1, agent: agent.name, parameters: reply.parameters, entries };
}

/** Runs of consecutive numbers: a message that arrives later in a gap must not seem to have been in the request. */
function rangesOf(seqs: readonly number[]): OutlineEntry[] {
  const ranges: { kind: 'transcript'; fromSeq: number; toSeq: number }[] = [];
  for (const seq of seqs) {
    const last = ranges.at(-1);
    if (last?.toSeq === seq - 1) last.toSeq = seq;
    else ranges.push({ kind: 'transcript', fromSeq: seq, toSeq: seq });
  }
  return ranges;
}
