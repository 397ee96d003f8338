import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { ChoiceField } from '../../editor/fields/ChoiceField.tsx';
import { PairsField } from '../../editor/fields/PairsField.tsx';
import { TextField } from '../../editor/fields/TextField.tsx';
import { McpServerFields } from '../../editor/tools/McpServerFields.tsx';
import type { ToolView } from '../toolView.ts';

export const mcpHttp: ToolView<'mcp_http'> = {
  make: () => ({
    kind: 'mcp_http',
    transport: 'streamable_http',
    url: 'https://mcp.example.com/mcp',
    headers: {},
    timeoutSeconds: 30,
    overrides: {},
  }),
  title: ({ url }) => url,
  Fields,
};

function Fields({ path }: { path: TeamPath }) {
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
      <McpServerFields path={path} />
    </>
  );
}
