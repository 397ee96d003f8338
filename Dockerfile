# One image for all of Colloquy's processes; docker-compose.yml says which one a container runs.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY ops/dependencies.mjs ops/dependencies.mjs
# As `npm start` installs: nothing is downloaded but packages.
RUN node -e 'import("./ops/dependencies.mjs").then((module) => module.ensureDependencies())'
COPY . .
RUN node ops/build.ts && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
# MALLOC_ARENA_MAX: without it a worker's threads keep memory that they no longer use.
ENV NODE_ENV=production HOST=0.0.0.0 MALLOC_ARENA_MAX=2
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates && rm -rf /var/lib/apt/lists/*
COPY --from=build --chown=node:node /app /app
USER node
EXPOSE 3000 3001
CMD ["node", "--import", "./web/instrument.server.mjs", "web/server.ts"]
