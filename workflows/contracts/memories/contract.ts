import type { z } from 'zod';
import type { MemoriesByKind, MemoryKindName } from '../../domain/memory/registry.ts';
import type { Fields } from '../autogen/fields.ts';
import type { Report } from '../autogen/report.ts';
import type { Writer, WrittenComponent } from '../autogen/writer.ts';

/** A kind of memory where it crosses a boundary: in a team's JSON, and in AutoGen's. */
export interface MemoryContract<Kind extends MemoryKindName> {
  /** The fields that a person may write, besides the kind. */
  fields: {
    [Field in Exclude<keyof MemoriesByKind[Kind], 'kind'>]: z.ZodType<MemoriesByKind[Kind][Field]>;
  };
  autogen: {
    /** The class of AutoGen that is read as this kind, and as which it is written. */
    provider: string;
    read(fields: Fields, report: Report): MemoriesByKind[Kind];
    write(memory: MemoriesByKind[Kind], path: string, writer: Writer): WrittenComponent;
  };
}
