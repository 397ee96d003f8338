import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { JsonField } from '../fields/JsonField.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { PairsField } from '../fields/PairsField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { SECRETS_HINT } from './secretsHint.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((value) => ({ value, label: value }));
const RETURNS = [
  { value: 'text', label: 'Text' },
  { value: 'json', label: 'JSON' },
];

/** A request as a tool. */
export function HttpToolFields({ path }: { path: TeamPath }) {
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-[8rem_minmax(0,1fr)]">
        <ChoiceField path={[...path, 'method']} label="Method" choices={METHODS} />
        <TextField
          path={[...path, 'url']}
          label="Address"
          hint="{name} in it stands for an argument; the others go into the query or the body."
          mono
        />
      </div>
      <PairsField path={[...path, 'headers']} label="Headers" hint={SECRETS_HINT} separator=":" />
      <JsonField path={[...path, 'parameters']} label="Arguments, as JSON Schema" rows={6} />
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3">
        <ChoiceField path={[...path, 'returns']} label="Its answer is" choices={RETURNS} />
        <DurationField path={[...path, 'timeoutSeconds']} label="Longest it may take" />
      </div>
    </>
  );
}
