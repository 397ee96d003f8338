import type { ModelContextConfig } from '../../../../../../workflows/domain/modelContext/config.ts';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { useField } from '../DraftContext.tsx';
import { kindOf } from '../jsonValue.ts';
import { newContext } from '../newParts.ts';
import { KindField } from './KindField.tsx';
import { ModelClientFields } from './ModelClientFields.tsx';
import { NumberField } from './NumberField.tsx';
import { TextField } from './TextField.tsx';

const KINDS = {
  unbounded: 'All that it has seen',
  buffered: 'The newest messages',
  head_and_tail: 'The first and the newest messages',
  token_limited: 'As much as a number of tokens holds',
  summarizing: 'The newest messages, and a summary of the older ones',
} as const satisfies Record<ModelContextConfig['kind'], string>;

/** How much of what an agent has seen its model is shown. */
export function ContextFields({ path }: { path: TeamPath }) {
  const { value } = useField(path);
  return (
    <div className="space-y-4">
      <KindField path={path} label="What its model is shown" kinds={KINDS} make={newContext} remembers />
      <OfKind kind={kindOf(value)} path={path} />
    </div>
  );
}

function OfKind({ kind, path }: { kind: string; path: TeamPath }) {
  switch (kind) {
    case 'buffered':
      return <NumberField path={[...path, 'size']} label="Messages" />;
    case 'head_and_tail':
      return (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3">
          <NumberField path={[...path, 'head']} label="First messages" />
          <NumberField path={[...path, 'tail']} label="Newest messages" />
        </div>
      );
    case 'token_limited':
      return <NumberField path={[...path, 'limit']} label="Tokens" placeholder="As the model’s window" />;
    case 'summarizing':
      return (
        <div className="space-y-4">
          <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3">
            <NumberField path={[...path, 'keep']} label="Newest messages" />
            <NumberField path={[...path, 'summarizeAfter']} label="Sum up after so many more" />
          </div>
          <ModelClientFields path={[...path, 'model']} label="Who sums up" />
          <TextField
            path={[...path, 'prompt']}
            label="How it is asked to sum up"
            placeholder="Our own words"
            rows={3}
            nullable
          />
        </div>
      );
    default:
      return null;
  }
}
