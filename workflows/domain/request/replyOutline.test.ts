import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expandOutline, renderMessage, type TranscriptMessage } from './outline.ts';
import { replyOutline } from './replyOutline.ts';

const agent = { name: 'writer', systemMessage: 'You write.' };
const parameters = { model: 'm', temperature: 0.5 };
const said = (seq: number, source: string, content = `Message ${String(seq)}`): TranscriptMessage => ({
  seq,
  source,
  content,
});

describe('the request for a reply', () => {
  it('shows an agent its own messages as the assistant’s and all others as users’ with a name', () => {
    const transcript = [said(0, 'user', 'A haiku.'), said(1, 'writer', 'Rain'), said(2, 'critic', 'Short.')];
    const outline = replyOutline({ agent, parameters, transcript, rejected: [] });
    expect(expandOutline(outline, transcript)).toEqual({
      model: 'm',
      temperature: 0.5,
      messages: [
        { role: 'system', content: 'You write.' },
        { role: 'user', content: 'A haiku.', name: 'user' },
        { role: 'assistant', content: 'Rain' },
        { role: 'user', content: 'Short.', name: 'critic' },
      ],
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it('has no system message where the agent has none', () => {
    const outline = replyOutline({
      agent: { name: 'writer', systemMessage: '' },
      parameters,
      transcript: [said(0, 'user')],
      rejected: [],
    });
    expect(outline.entries).toEqual([{ kind: 'transcript', fromSeq: 0, toSeq: 0 }]);
  });

  it('ends with the drafts that were sent back and what the reviewer said', () => {
    const transcript = [said(0, 'user')];
    const rejected = [
      { content: 'Draft one', feedback: 'Longer.' },
      { content: 'Draft two', feedback: 'Shorter.' },
    ];
    const { messages } = expandOutline(replyOutline({ agent, parameters, transcript, rejected }), transcript);
    expect(messages.slice(2)).toEqual([
      { role: 'assistant', content: 'Draft one' },
      { role: 'user', content: 'Longer.', name: 'reviewer' },
      { role: 'assistant', content: 'Draft two' },
      { role: 'user', content: 'Shorter.', name: 'reviewer' },
    ]);
  });

  it('takes constant space however long the transcript is', () => {
    const sizeOf = (length: number) => {
      const transcript = Array.from({ length }, (_, seq) => said(seq, 'critic', 'x'.repeat(1_000)));
      return JSON.stringify(replyOutline({ agent, parameters, transcript, rejected: [] })).length;
    };
    expect(sizeOf(9_000) - sizeOf(10)).toBeLessThan(10);
  });

  it('leaves out of its ranges what was not in the transcript', () => {
    const transcript = [said(0, 'user'), said(1, 'critic'), said(4, 'user'), said(5, 'user')];
    const outline = replyOutline({ agent, parameters, transcript, rejected: [] });
    expect(outline.entries.slice(1)).toEqual([
      { kind: 'transcript', fromSeq: 0, toSeq: 1 },
      { kind: 'transcript', fromSeq: 4, toSeq: 5 },
    ]);
  });

  it('is rebuilt exactly from its outline, also after the transcript has grown in its gaps and at its end', () => {
    const anyTranscript = fc
      .uniqueArray(fc.nat({ max: 60 }), { maxLength: 30 })
      .map((seqs) => seqs.sort((a, b) => a - b).map((seq) => said(seq, seq % 3 === 0 ? 'writer' : 'critic')));
    fc.assert(
      fc.property(anyTranscript, fc.array(fc.string()), (transcript, words) => {
        const rejected = words.map((word) => ({ content: word, feedback: `Not ${word}` }));
        const outline = replyOutline({ agent, parameters, transcript, rejected });
        const known = new Set(transcript.map(({ seq }) => seq));
        const later = Array.from({ length: 80 }, (_, seq) => said(seq, 'user', 'Came later'))
          .map((message) => transcript.find(({ seq }) => seq === message.seq) ?? message)
          .filter(({ seq }) => known.has(seq) || seq % 2 === 0 || seq > 60);
        const expected = [
          { role: 'system', content: 'You write.' },
          ...transcript.map((message) => renderMessage('writer', message)),
          ...rejected.flatMap(({ content, feedback }) => [
            { role: 'assistant', content },
            { role: 'user', content: feedback, name: 'reviewer' },
          ]),
        ];
        expect(expandOutline(outline, transcript).messages).toEqual(expected);
        expect(expandOutline(outline, later).messages).toEqual(expected);
      }),
    );
  });
});
