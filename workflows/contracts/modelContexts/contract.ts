import type { z } from 'zod';
import type { Json } from '../../domain/json.ts';
import type { ContextKindName, ContextLimitsByKind } from '../../domain/modelContext/registry.ts';
import type { Fields } from '../autogen/fields.ts';
import type { Report } from '../autogen/report.ts';
import type { WrittenComponent } from '../autogen/writer.ts';

/** A kind of model context where it crosses a boundary: in a team's JSON, and in AutoGen's. */
export interface ContextContract<Kind extends ContextKindName> {
  /** The fields that a person may write, besides the kind and what it begins with. */
  fields: {
    [Field in Exclude<keyof ContextLimitsByKind[Kind], 'kind'>]: z.ZodType<ContextLimitsByKind[Kind][Field]>;
  };
  autogen: {
    /** The class of `autogen_core.model_context` as which it is written. */
    component: string;
    /** Absent: nothing of AutoGen's is read as this kind. */
    read?(fields: Fields, report: Report): ContextLimitsByKind[Kind];
    /** The component's configuration; `model`: the agent's own. */
    write(context: ContextLimitsByKind[Kind], model: WrittenComponent): Record<string, Json | undefined>;
    /** What AutoGen does in another way, where it does. */
    note?: string;
  };
}
