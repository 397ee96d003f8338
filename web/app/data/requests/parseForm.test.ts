import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { collectionFormSchema } from '../knowledge/collectionForm.ts';
import { importAddressesSchema } from '../knowledge/receivedImport.ts';
import { parseSearchRequest } from '../knowledge/searchRequest.ts';
import { parseListRequest } from '../lists/listPage.ts';
import { memoryFormSchema } from '../memory/memoryForm.ts';
import { noticesFormSchema } from '../notices/noticeForm.ts';
import { scheduleCommandSchema } from '../schedules/scheduleCommand.ts';
import { scheduleFormSchema } from '../schedules/scheduleForm.ts';
import { NOT_STORABLE, parseForm } from './parseForm.ts';

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const id = '01890000-0000-7000-8000-000000000000';
const schedule = { name: 'Daily', teamId: id, task: 'Go', words: 'every day at 8:00', timeZone: 'UTC' };

describe('a form with a NUL', () => {
  it.each<[string, z.ZodType, Record<string, string>, string]>([
    ['an entry of the memory', memoryFormSchema, { text: 'tea', kind: 'learned', basedOn: '1' }, 'text'],
    ['a collection', collectionFormSchema, { name: 'Handbook', description: '' }, 'name'],
    ['a collection', collectionFormSchema, { name: 'Handbook', description: 'All' }, 'description'],
    ['a schedule', scheduleFormSchema, schedule, 'name'],
    [
      'a webhook',
      noticesFormSchema,
      { intent: 'webhook', url: 'https://a.example/b', secretName: 'A' },
      'url',
    ],
    [
      'a webhook',
      noticesFormSchema,
      { intent: 'webhook', url: 'https://a.example/b', secretName: 'A' },
      'secretName',
    ],
    ['a pace', noticesFormSchema, { intent: 'pace', mailPace: 'daily', timeZone: 'UTC' }, 'timeZone'],
  ])('for %s is refused at its field', (_what, schema, fields, name) => {
    expect(parseForm(formOf(fields), schema).status).toBe('success');
    const wrong = `${fields[name] ?? ''}\0x`;
    const submission = parseForm(formOf({ ...fields, [name]: wrong }), schema);
    expect(submission.status).toBe('error');
    expect(submission.reply().error?.[name]).toHaveLength(1);
  });

  it('says what is wrong', () => {
    const fields = formOf({ text: 'te\0a', kind: 'learned', basedOn: '1' });
    expect(parseForm(fields, memoryFormSchema).reply().error).toEqual({ text: [NOT_STORABLE] });
  });

  it('in a value that is made of several fields is refused as a whole', () => {
    const schema = z.object({ one: z.string() }).transform(({ one }) => ({ made: { of: [one] } }));
    expect(parseForm(formOf({ one: 'a\0' }), schema).reply().error).toEqual({ '': [NOT_STORABLE] });
  });

  it.each([
    ['a pause', { intent: 'pause', note: 'a\0b' }],
    ['what a run leaves', { intent: 'carry', runId: id, text: 'a\0b' }],
  ])('for %s of a schedule is refused', (_what, fields) => {
    expect(scheduleCommandSchema.safeParse({ ...fields, note: 'ab', text: 'ab' }).success).toBe(true);
    expect(scheduleCommandSchema.safeParse(fields).success).toBe(false);
  });

  it('in a web address is refused', () => {
    expect(importAddressesSchema.safeParse('https://a.example/b').success).toBe(true);
    expect(importAddressesSchema.safeParse('https://a.example/b\0c').success).toBe(false);
  });
});

describe('an address with what can’t be stored', () => {
  it('searches for a text that can be', () => {
    const params = new URLSearchParams({ q: 'a\0b' });
    expect(parseListRequest(params).search).toBe('a\uFFFDb');
    // Half of a character that the limit has cut in two.
    const long = parseListRequest(new URLSearchParams({ q: `${'x'.repeat(199)}😀` })).search;
    expect(long).toBe(`${'x'.repeat(199)}\uFFFD`);
  });

  it('asks for a collection that there is not', () => {
    const { fields } = parseSearchRequest(new URLSearchParams({ q: 'x', collection: 'a\0b' }));
    expect(fields.collection).toEqual(['a\uFFFDb']);
  });
});
