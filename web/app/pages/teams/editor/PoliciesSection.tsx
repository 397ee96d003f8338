import { useField } from './DraftContext.tsx';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { CheckField } from './fields/CheckField.tsx';
import { KindField } from './fields/KindField.tsx';
import { ListEditor } from './fields/ListEditor.tsx';
import { DurationField } from './fields/DurationField.tsx';
import { NumberField } from './fields/NumberField.tsx';
import { TextField } from './fields/TextField.tsx';
import { kindOf, textOf, valueAt } from './jsonValue.ts';
import { newToolPolicy } from './newParts.ts';
import { useScope } from './TeamScope.tsx';

const APPROVALS = {
  never: 'Called without asking',
  always: 'A person is always asked',
  when: 'A person is asked when …',
} as const;

/** What may be called without asking, how long and how large. */
export function PoliciesSection() {
  const { at } = useScope();
  return (
    <ListEditor
      path={[...at, 'toolPolicies']}
      noun="policy"
      titleOf={(policy) => {
        const tool = textOf(valueAt(policy, ['tool']));
        return tool === '*' ? 'Every other tool' : tool || '…';
      }}
      add={[{ label: 'Add a policy', entry: newToolPolicy }]}
      empty="None: every tool is called without asking, for a minute at most, and a call of unknown outcome is asked about."
    >
      {(path) => <PolicyFields path={path} />}
    </ListEditor>
  );
}

function PolicyFields({ path }: { path: TeamPath }) {
  const approval = useField([...path, 'approval']);
  return (
    <>
      <TextField
        path={[...path, 'tool']}
        label="Tool"
        hint="Its name, or * for every tool. The first policy that names a tool counts."
        mono
      />
      <KindField
        path={[...path, 'approval']}
        label="Approval"
        kinds={APPROVALS}
        remembers
        make={(kind) => (kind === 'when' ? { kind, expression: 'arguments.amount > 100' } : { kind })}
      />
      {kindOf(approval.value) === 'when' ? (
        <TextField
          path={[...path, 'approval', 'expression']}
          label="… this holds"
          hint="A CEL expression over tool, agent and arguments. Where it can’t be evaluated, a person is asked."
          mono
        />
      ) : null}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3">
        <DurationField path={[...path, 'timeoutSeconds']} label="Longest a call may take" />
        <NumberField path={[...path, 'maxResultBytes']} label="Bytes of a result" />
      </div>
      <CheckField
        path={[...path, 'idempotent']}
        label="May be called again"
        hint="Where nobody knows whether an earlier attempt was carried out. Otherwise a person is asked."
      />
    </>
  );
}
