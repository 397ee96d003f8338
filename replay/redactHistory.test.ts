import { afterAll, expect, it } from '@jest/globals';
import { recordedHistories } from '../test/support/recordedHistories.ts';
import { historyFromJson, historyToJson } from './historyJson.ts';
import { HistoryRedactor } from './redactHistory.ts';
import { createReplayProcess } from './replayProcess.ts';

const replayer = createReplayProcess(new AbortController().signal);
afterAll(() => replayer.close());

const recorded = recordedHistories().map(({ name, json }) => [name, json] as const);

it.each(recorded)('%s is written as it was read', (_name, json) => {
  const history = historyFromJson(JSON.parse(json));
  const again = historyFromJson(JSON.parse(JSON.stringify(historyToJson(history))));
  expect(historyToJson(again)).toEqual(historyToJson(history));
  // A text without characters is none in Temporal's message.
  const stored: unknown = JSON.parse(json, (_key, value: unknown) => (value === '' ? undefined : value));
  expect(historyToJson(history)).toEqual(stored);
});

it.each(recorded)('%s has no text after redaction, and still replays', async (_name, json) => {
  const redacted = JSON.stringify(new HistoryRedactor().redact(JSON.parse(json) as Record<string, unknown>));
  for (const text of [...payloadTexts(json)].filter(isText)) {
    expect([...payloadTexts(redacted)]).not.toContain(text);
  }
  expect(await replayer.replay({ form: 'json', bytes: Buffer.from(redacted) })).toMatchObject({
    kind: 'agrees',
  });
});

/** Names of participants and watched texts in the recorded scenarios. */
function isText(text: string): boolean {
  return ['writer', 'critic', 'clerk', 'customer', 'APPROVE', 'owner'].includes(text);
}

function payloadTexts(json: string): Set<string> {
  const texts = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (typeof value === 'object' && value !== null) {
      Object.keys(value).forEach((key) => texts.add(key));
      Object.values(value).forEach(walk);
    }
  };
  JSON.parse(json, (key, value: unknown) => {
    if (key === 'data' && typeof value === 'string' && value !== '')
      walk(JSON.parse(Buffer.from(value, 'base64').toString()));
    return value;
  });
  return texts;
}
