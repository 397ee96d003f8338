#!/usr/bin/env bash
# previewEnvironment.sh: makes the Railway environment RAILWAY_ENVIRONMENT as a copy of "preview", with the address APP_URL, if it isn't there
# yet. A copy has the settings and variables; its database begins empty.
set -euo pipefail
railway() { npm run -s railway -- "$@"; }
railway link --project "$RAILWAY_PROJECT_ID" --environment preview
if ! railway environment list --json | grep -q "\"$RAILWAY_ENVIRONMENT\""; then
  railway environment new "$RAILWAY_ENVIRONMENT" --duplicate preview
fi
railway link --project "$RAILWAY_PROJECT_ID" --environment "$RAILWAY_ENVIRONMENT"
railway variable set "APP_URL=$APP_URL" --service web
railway variable set "APP_URL=$APP_URL" --service worker-blue
