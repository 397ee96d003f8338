import { describe, expect, it } from '@jest/globals';
import { IMAGE_MAX_BYTES, TASK_TEXT_MAX_CHARACTERS, taskInputSchema, taskMessagesOf } from './taskInput.ts';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==';

const messagesOf = (task: unknown) => taskMessagesOf(taskInputSchema.parse(task));
const accepts = (task: unknown) => taskInputSchema.safeParse(task).success;
const withImage = (data: string) => ({ type: 'MultiModalMessage', content: ['Look.', { data }] });

describe('a task', () => {
  it('is a text, a message, several, or none', () => {
    const text = { type: 'TextMessage', source: 'user', content: 'Go.', body: null };
    expect(messagesOf('Go.')).toEqual([text]);
    expect(messagesOf({ type: 'TextMessage', content: 'Go.' })).toEqual([text]);
    expect(messagesOf([{ type: 'TextMessage', source: 'boss', content: 'Go.' }])).toEqual([
      { ...text, source: 'boss' },
    ]);
    expect(messagesOf(null)).toEqual([]);
  });

  it('may hand over to a participant', () => {
    expect(messagesOf({ type: 'HandoffMessage', target: 'refunds', content: 'Order A17.' })).toEqual([
      {
        type: 'HandoffMessage',
        source: 'user',
        content: 'Order A17.',
        body: { kind: 'handoff', target: 'refunds', context: [] },
      },
    ]);
    expect(accepts({ type: 'HandoffMessage', content: 'To whom?' })).toBe(false);
  });

  it('may show images, as base64 or as a data URL, and knows what they are', () => {
    const image = { kind: 'image', mediaType: 'image/png', base64: PNG };
    const [message] = messagesOf(withImage(PNG));
    expect(message).toMatchObject({ type: 'MultiModalMessage', content: 'Look.\n<image>' });
    expect(message?.body).toEqual({ kind: 'multimodal', parts: [{ kind: 'text', text: 'Look.' }, image] });
    expect(messagesOf(withImage(`data:image/jpeg;base64,${PNG}`))).toEqual([message]);
    const webp = Buffer.concat([Buffer.from('RIFF\x24\x01\x02\x03WEBPVP8 '), Buffer.alloc(8)]);
    expect(messagesOf(withImage(webp.toString('base64')))[0]?.body).toMatchObject({
      parts: [{}, { mediaType: 'image/webp' }],
    });
  });

  it('is refused where it can be no task', () => {
    const tooLarge = PNG.slice(0, 16) + 'A'.repeat(Math.ceil((IMAGE_MAX_BYTES * 4) / 3 / 4) * 4);
    for (const data of ['', 'not base64!', Buffer.from('<svg/>').toString('base64'), tooLarge]) {
      expect(accepts(withImage(data))).toBe(false);
    }
    for (const task of [[], {}, 7, undefined, 'a\0b', 'x'.repeat(TASK_TEXT_MAX_CHARACTERS + 1)]) {
      expect(accepts(task)).toBe(false);
    }
    expect(accepts(Array.from({ length: 51 }, () => ({ type: 'TextMessage', content: '' })))).toBe(false);
    expect(accepts({ type: 'ToolCallSummaryMessage', content: 'x' })).toBe(false);
  });
});
