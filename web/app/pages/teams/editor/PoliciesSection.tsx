import { useTranslation } from 'react-i18next';
import type { ToolPolicy } from '../../../../../workflows/domain/team.ts';
import type { TeamPath } from '../../../data/teams/check/issuesOf.ts';
import { useField } from './DraftContext.tsx';
import { AskingFields } from './fields/AskingFields.tsx';
import { CheckField } from './fields/CheckField.tsx';
import { DurationField } from './fields/DurationField.tsx';
import { KindField } from './fields/KindField.tsx';
import { ListEditor } from './fields/ListEditor.tsx';
import { NumberField } from './fields/NumberField.tsx';
import { TextField } from './fields/TextField.tsx';
import { kindOf, textOf, valueAt } from './jsonValue.ts';
import { newToolPolicy } from './newParts.ts';
import { useScope } from './TeamScope.tsx';
import { toolNamesIn } from './toolNames.ts';

const APPROVALS = [
  'never',
  'always',
  'after_documents',
  'when',
] as const satisfies ToolPolicy['approval']['kind'][];

/** Which tool calls need approval, and their limits of time and size. */
export function PoliciesSection() {
  const { t } = useTranslation('editor');
  const { at } = useScope();
  return (
    <ListEditor
      path={[...at, 'toolPolicies']}
      noun="policy"
      titleOf={(policy) => {
        const tool = textOf(valueAt(policy, ['tool']));
        return tool === '*' ? t('policies.everyOther') : tool || '…';
      }}
      add={[{ label: t('policies.add'), entry: newToolPolicy }]}
      empty={t('policies.none')}
    >
      {(path) => <PolicyFields path={path} />}
    </ListEditor>
  );
}

function PolicyFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation('editor');
  const approval = useField([...path, 'approval']);
  return (
    <>
      <PolicyToolField path={[...path, 'tool']} />
      <KindField
        path={[...path, 'approval']}
        label={t('policies.approval')}
        kinds={APPROVALS}
        nameOf={(kind) => t(`policies.approvals.${kind}`)}
        remembers
        make={(kind) => (kind === 'when' ? { kind, expression: 'arguments.amount > 100' } : { kind })}
      />
      {kindOf(approval.value) === 'when' ? (
        <TextField
          path={[...path, 'approval', 'expression']}
          label={t('policies.expression')}
          hint={t('policies.expressionHint')}
          mono
        />
      ) : null}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3">
        <DurationField path={[...path, 'timeoutSeconds']} label={t('policies.timeoutSeconds')} />
        <NumberField path={[...path, 'maxResultBytes']} label={t('policies.maxResultBytes')} />
      </div>
      <CheckField
        path={[...path, 'idempotent']}
        label={t('policies.idempotent')}
        hint={t('policies.idempotentHint')}
      />
      <AskingFields path={[...path, 'asking']} isApproval />
    </>
  );
}

/** The tool of the policy: one of the team's, or all. A name that no tool has is reported. */
function PolicyToolField({ path }: { path: TeamPath }) {
  const { t } = useTranslation('editor');
  const { at } = useScope();
  const { names, hasServer } = toolNamesIn(useField(at).value);
  const tool = textOf(useField(path).value);
  const isUnknown = tool !== '' && tool !== '*' && !names.includes(tool);
  return (
    <div>
      <TextField
        path={path}
        label={t('policies.tool')}
        hint={t('policies.toolHint')}
        suggestions={['*', ...names]}
        mono
      />
      {isUnknown ? (
        <p role="status" className="mt-1.5 text-[0.8125rem] text-amber-ink">
          {t(hasServer ? 'policies.maybeServerTool' : 'policies.unknownTool')}
        </p>
      ) : null}
    </div>
  );
}
