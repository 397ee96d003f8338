import { useTranslation } from 'react-i18next';
import type { TeamPath } from '../../../../data/teams/check/issuesOf.ts';
import { LinesField } from '../../editor/fields/LinesField.tsx';
import { PairsField } from '../../editor/fields/PairsField.tsx';
import { TextField } from '../../editor/fields/TextField.tsx';
import { McpServerFields } from '../../editor/tools/McpServerFields.tsx';
import type { ToolView } from '../toolView.ts';

export const mcpStdio: ToolView<'mcp_stdio'> = {
  make: () => ({ kind: 'mcp_stdio', command: 'npx', args: [], env: {}, timeoutSeconds: 30, overrides: {} }),
  title: ({ command, args }) => [command, ...args].join(' '),
  Fields,
};

function Fields({ path }: { path: TeamPath }) {
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
      <McpServerFields path={path} />
    </>
  );
}
