#!/usr/bin/env bash
# pushImage.sh COMMIT [TAG]: in a GitHub workflow, builds the image of this checkout and pushes it to the repository's registry, by its
# commit and, if given, a further tag. Writes its name as the output `name`.
set -euo pipefail
commit=$1
name=ghcr.io/${GITHUB_REPOSITORY,,}
docker login ghcr.io --username "$GITHUB_ACTOR" --password-stdin <<<"$REGISTRY_TOKEN"
docker build --build-arg "COMMIT=$commit" --tag "$name:$commit" .
docker push --quiet "$name:$commit"
if [ $# -gt 1 ]; then
  docker tag "$name:$commit" "$name:$2"
  docker push --quiet "$name:$2"
fi
echo "name=$name:$commit" >>"$GITHUB_OUTPUT"
