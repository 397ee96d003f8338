import { describe, expect, it } from '@jest/globals';
import { type FormFault, withBoundedForm } from './boundedForm.ts';

const refuse = (fault: FormFault) => new Response(fault);

async function faultOf(body: BodyInit, type?: string): Promise<string> {
  const headers = type === undefined ? {} : { 'content-type': type };
  const request = new Request('http://app.test/', { method: 'POST', body, headers });
  try {
    const form = await withBoundedForm(request, refuse).formData();
    return [...form.keys()].join();
  } catch (error) {
    return error instanceof Response ? error.text() : String(error);
  }
}

describe('a form', () => {
  it('is read', async () => {
    expect(await faultOf(new URLSearchParams({ a: '1', b: '2' }))).toBe('a,b');
    const form = new FormData();
    form.append('a', new Blob(['x']), 'x.txt');
    expect(await faultOf(form)).toBe('a');
  });

  it.each([
    ['JSON', '{}', 'application/json'],
    ['text', 'a=1', 'text/plain'],
    ['bytes without a type', new Uint8Array([1, 2]), undefined],
    ['parts without a boundary', 'a=1', 'multipart/form-data'],
    ['parts that do not begin with their boundary', 'a=1', 'multipart/form-data; boundary=x'],
    [
      'parts that are cut off',
      '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1',
      'multipart/form-data; boundary=x',
    ],
    ['a type that is none', 'a=1', 'application'],
  ])('is refused where it is %s, as what its sender has done', async (_what, body, type) => {
    expect(await faultOf(body, type)).toBe('no_form');
  });

  it('is refused with too many fields or strange names, also from a copy of the request', async () => {
    const many = new URLSearchParams(Array.from({ length: 5_001 }, (_, index) => [`a${String(index)}`, '']));
    expect(await faultOf(many)).toBe('too_much');
    expect(await faultOf(new URLSearchParams({ 'a[12345]': '' }))).toBe('too_much');
    const request = new Request('http://app.test/', {
      method: 'POST',
      body: '{}',
      headers: { 'content-type': 'text/plain' },
    });
    const copy = withBoundedForm(request, refuse).clone();
    await expect(copy.formData()).rejects.toBeInstanceOf(Response);
  });
});
