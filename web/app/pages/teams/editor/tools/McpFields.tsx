import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { ChoiceField } from '../fields/ChoiceField.tsx';
import { DurationField } from '../fields/DurationField.tsx';
import { JsonField } from '../fields/JsonField.tsx';
import { LinesField } from '../fields/LinesField.tsx';
import { PairsField } from '../fields/PairsField.tsx';
import { TextField } from '../fields/TextField.tsx';

/** As the field takes it: JSON by the tool's own name. */
const OVERRIDES_EXAMPLE = '{"read_file": {"name": "read", "description": "…"}}';

/** An MCP server that the worker starts. */
export function McpStdioFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation(['tools', 'editor']);
  return (
    <>
      <TextField path={[...path, 'command']} label={t('mcp_stdio.fields.command')} mono />
      <LinesField
        path={[...path, 'args']}
        label={t('mcp_stdio.fields.args')}
        hint={t('mcp_stdio.fields.argsHint')}
        mono
      />
      <PairsField
        path={[...path, 'env']}
        label={t('mcp_stdio.fields.env')}
        hint={t('mcp_stdio.fields.envHint', { secrets: t('editor:tool.secretsHint') })}
        separator="="
      />
      <Both path={path} />
    </>
  );
}

/** An MCP server at an address. */
export function McpHttpFields({ path }: { path: TeamPath }) {
  const { t } = useTranslation(['tools', 'editor']);
  const transports = (['streamable_http', 'sse'] as const).map((value) => ({
    value,
    label: t(`mcp_http.fields.transports.${value}`),
  }));
  return (
    <>
      <ChoiceField
        path={[...path, 'transport']}
        label={t('mcp_http.fields.transport')}
        choices={transports}
      />
      <TextField path={[...path, 'url']} label={t('mcp_http.fields.url')} mono />
      <PairsField
        path={[...path, 'headers']}
        label={t('mcp_http.fields.headers')}
        hint={t('editor:tool.secretsHint')}
        separator=":"
      />
      <Both path={path} />
    </>
  );
}

function Both({ path }: { path: TeamPath }) {
  const { t } = useTranslation('tools');
  return (
    <>
      <DurationField path={[...path, 'timeoutSeconds']} label={t('mcp_http.fields.timeoutSeconds')} />
      <JsonField
        path={[...path, 'overrides']}
        label={t('mcp_http.fields.overrides')}
        hint={t('mcp_http.fields.overridesHint', { example: OVERRIDES_EXAMPLE })}
        rows={2}
      />
    </>
  );
}
