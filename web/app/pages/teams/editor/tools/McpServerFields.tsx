import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { DurationField } from '../fields/DurationField.tsx';
import { JsonField } from '../fields/JsonField.tsx';

/** The field's format: JSON by the tool's own name. */
const OVERRIDES_EXAMPLE = '{"read_file": {"name": "read", "description": "…"}}';

/** The fields that every MCP server has. */
export function McpServerFields({ path }: { path: TeamPath }) {
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
