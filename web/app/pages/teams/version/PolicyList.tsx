import { useTranslation } from 'react-i18next';
import type { ToolPolicy } from '../../../../../workflows/domain/team.ts';
import { useFormat } from '../../../views/format/useFormat.ts';
import { Card, CardBody, CardHeader } from '../../../views/ui/Card.tsx';
import { askingInWords } from '../askingInWords.ts';

/**
 * Which tool calls need a person, and their limits of time and size; the first policy that names a tool applies.
 */
export function PolicyList({ policies }: { policies: readonly ToolPolicy[] }) {
  const { t } = useTranslation(['teams', 'editor']);
  if (policies.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t('editor:sections.policies')} />
      <CardBody>
        <ol className="space-y-3 text-sm">
          {policies.map((policy, index) => (
            <li key={index}>
              <p className="font-medium wrap-anywhere">
                {policy.tool === '*' ? t('editor:policies.everyOther') : policy.tool}
              </p>
              <PolicyWords policy={policy} />
            </li>
          ))}
        </ol>
      </CardBody>
    </Card>
  );
}

function PolicyWords({
  policy: { approval, timeoutSeconds, maxResultBytes, idempotent, asking },
}: {
  policy: ToolPolicy;
}) {
  const { t, i18n } = useTranslation(['teams', 'editor']);
  const format = useFormat();
  return (
    <>
      <p>
        {t(`editor:policies.approvals.${approval.kind}`)}
        {approval.kind === 'when' ? (
          <code className="mt-0.5 block font-mono text-[0.8125rem] wrap-anywhere">{approval.expression}</code>
        ) : null}
      </p>
      <p className="text-[0.8125rem] text-ink-muted">
        {t('page.policyLimits', {
          time: format.duration(timeoutSeconds * 1000),
          size: format.bytes(maxResultBytes),
        })}
      </p>
      {idempotent ? <p className="text-[0.8125rem] text-ink-muted">{t('page.policyRepeats')}</p> : null}
      {asking === undefined ? null : (
        <p className="text-[0.8125rem] text-ink-muted wrap-anywhere">{askingInWords(i18n.t, asking)}</p>
      )}
    </>
  );
}
