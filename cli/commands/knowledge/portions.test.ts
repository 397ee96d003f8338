import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  DOCUMENT_MAX_BYTES,
  IMPORT_MAX_ADDRESSES,
  IMPORT_MAX_BYTES,
  IMPORT_MAX_FILES,
} from '../../../workflows/domain/knowledge/importLimits.ts';
import { faultOf, type FileToBring, portionsOf } from './portions.ts';

const fileOf = (name: string, sizeBytes = 1): FileToBring => ({ path: `/docs/${name}`, name, sizeBytes });

describe('what is brought in', () => {
  it('goes into as many imports as it takes, each file and address once and in order', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: DOCUMENT_MAX_BYTES }), { maxLength: 200 });
    const addresses = fc.array(fc.webUrl(), { maxLength: 450 });
    fc.assert(
      fc.property(sizes, addresses, (of, urls) => {
        const files = of.map((sizeBytes, index) => fileOf(`${String(index)}.md`, sizeBytes));
        const portions = portionsOf(files, urls);
        expect(portions.flatMap((portion) => portion.files)).toEqual(files);
        expect(portions.flatMap((portion) => portion.addresses)).toEqual(urls);
        for (const portion of portions) {
          const bytes = portion.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
          expect(portion.files.length + portion.addresses.length).toBeGreaterThan(0);
          expect(portion.files.length).toBeLessThanOrEqual(IMPORT_MAX_FILES);
          expect(portion.addresses.length).toBeLessThanOrEqual(IMPORT_MAX_ADDRESSES);
          expect(bytes).toBeLessThanOrEqual(IMPORT_MAX_BYTES);
        }
      }),
    );
  });

  it.each<[string, FileToBring[], string | null]>([
    ['files of different names', [fileOf('a.md'), fileOf('b.md')], null],
    ['a file that is too large', [fileOf('a.pdf', DOCUMENT_MAX_BYTES + 1)], 'larger than 64 MiB'],
    [
      'two files of one name',
      [fileOf('a.md'), { ...fileOf('a.md'), path: '/more/a.md' }],
      'have the same name',
    ],
  ])('is checked before it is sent: %s', (_name, files, fault) => {
    if (fault === null) expect(faultOf(files)).toBeNull();
    else expect(faultOf(files)).toContain(fault);
  });
});
