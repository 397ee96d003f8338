#!/usr/bin/env bash
# Lints the chart, renders it in each shape, and where kubeconform is at hand compares what comes out with Kubernetes' schemas.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/colloquy"
shapes=(
  ''
  '--set worker.autoscaling.enabled=true,worker.autoscaling.apiKeySecretKey=TEMPORAL_API_KEY'
  '--set ingress.enabled=true,ingress.className=nginx,ingress.tlsSecret=tls --set-string ingress.annotations.a=b'
)
for shape in "${shapes[@]}"; do
  # shellcheck disable=SC2086
  helm lint --quiet --strict . $shape
  # shellcheck disable=SC2086
  rendered=$(helm template colloquy . $shape)
  if command -v kubeconform >/dev/null; then
    kubeconform -strict -summary -skip ScaledObject,TriggerAuthentication <<<"$rendered"
  fi
done
# What is wrong is refused by its name.
if helm template colloquy . --set worker.autoscaling.minReplicas=0 >/dev/null 2>&1; then
  echo 'values.schema.json lets a deployment without any worker through.'
  exit 1
fi
