#!/usr/bin/env bash
# Lints the chart, renders it in each shape, and compares what comes out with the schemas of the oldest and the newest
# Kubernetes (where kubernetes-validate is at hand: it brings them) and with KEDA's own (where Go is: they are in its module).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/colloquy"
kubernetes_versions=(1.30 1.37) # the first as in Chart.yaml
keda=v2.21.0
# A helm that Go built thinks of a version that is long past.
kube="--kube-version=${kubernetes_versions[0]}"
shapes=(
  ''
  '--set worker.autoscaling.enabled=true,worker.autoscaling.apiKeySecretKey=TEMPORAL_API_KEY'
  '--set worker.autoscaling.enabled=true,environment.WORKER_DEPLOYMENT=colloquy,environment.WORKER_BUILD=v1'
  '--set environment.OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4318,environment.HOST=::,environment.TRUST_PROXY=10.244.0.0/16'
  '--set ingress.enabled=true,ingress.className=nginx,ingress.tlsSecret=tls --set-string ingress.annotations.a=b'
)
rendered=$(mktemp)
trap 'rm -f "$rendered"' EXIT

keda_schemas=''
if command -v kubernetes-validate >/dev/null && command -v go >/dev/null; then
  # Outside of any module; GOFLAGS of the machine may forbid downloads.
  keda_schemas=$(cd / && GOFLAGS=-mod=mod go mod download -json "github.com/kedacore/keda/v2@$keda" |
    sed -n 's/^.*"Dir": "\(.*\)".*$/\1\/config\/crd\/bases/p') || keda_schemas=''
fi
command -v kubernetes-validate >/dev/null || echo 'No kubernetes-validate here: what the chart renders is not compared with any schema.'
[ -n "$keda_schemas" ] || echo "KEDA's schemas are not here: its two kinds are not compared with them."

validate() {
  command -v kubernetes-validate >/dev/null || return 0
  local version
  for version in "${kubernetes_versions[@]}"; do
    kubernetes-validate --strict --quiet --no-warn -k "$version" "$rendered"
  done
  # The Python that kubernetes-validate runs in has what this needs.
  "$(sed -n '1s/^#!//p' "$(command -v kubernetes-validate)")" ../kedaSchemas.py "$keda_schemas" "$rendered"
}

for shape in "${shapes[@]}"; do
  # shellcheck disable=SC2086
  helm lint --quiet --strict . "$kube" $shape
  # shellcheck disable=SC2086
  helm template colloquy . "$kube" $shape >"$rendered"
  validate
done

# What is wrong is refused by its name.
refuses() {
  if helm template colloquy . "$kube" --set "$1" >/dev/null 2>&1; then
    echo "The chart lets this through: $1"
    exit 1
  fi
}
refuses worker.autoscaling.minReplicas=0
refuses worker.autoscaling.enabled=true,environment.WORKER_DEPLOYMENT=colloquy
echo "${#shapes[@]} shapes of the chart are in order."
