import { index, layout, route, type RouteConfig } from '@remix-run/route-config';

export default [
  index('routes/home.ts'),

  layout('routes/signed-in.tsx', [
    route('conversations', 'routes/conversations.tsx'),
    route('conversations/new', 'routes/conversation-new.tsx'),
    route('conversations/:conversationId', 'routes/conversation.tsx'),
    route('conversations/:conversationId/calls/:callId', 'routes/conversation-call.tsx'),
    route('inbox', 'routes/inbox.tsx'),
    route('teams', 'routes/teams.tsx'),
    route('teams/new', 'routes/team-new.tsx'),
    route('teams/import', 'routes/team-import.tsx'),
    route('teams/:teamId', 'routes/team.tsx'),
    route('teams/:teamId/edit', 'routes/team-edit.tsx'),
    route('teams/:teamId/compare', 'routes/team-compare.tsx'),
    route('teams/:teamId/export', 'routes/team-export.tsx'),
    route('teams/:teamId/versions/:version', 'routes/team-version.tsx'),
    route('texts/:owner/:id', 'routes/text.tsx'),
    route('settings/prices', 'routes/prices.tsx'),
    route('settings/tokens', 'routes/tokens.tsx'),
  ]),

  layout('routes/signed-out.tsx', [
    route('sign-in', 'routes/sign-in.tsx'),
    route('sign-up', 'routes/sign-up.tsx'),
    route('setup', 'routes/setup.tsx'),
  ]),

  route('conversations/events', 'routes/conversations-events.ts'),
  route('conversations/:conversationId/events', 'routes/conversation-events.ts'),
  route('conversations/:conversationId/messages', 'routes/conversation-messages.ts'),
  route('conversations/:conversationId/transcript', 'routes/conversation-transcript.ts'),
  route('conversations/:conversationId/messages/:messageId/images/:part', 'routes/message-image.ts'),
  route('teams/check', 'routes/teams-check.ts'),
  route('teams/:teamId/versions/:version/download', 'routes/team-download.ts'),
  route('texts/:owner/:id/raw', 'routes/text-raw.ts'),
  route('sign-out', 'routes/sign-out.ts'),
  route('theme', 'routes/theme.ts'),
  route('language', 'routes/language.ts'),
  route('api/auth/*', 'routes/api-auth.ts'),
  route('health', 'routes/health.ts'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
