# One image for all of Colloquy's processes; docker-compose.yml says which one a container runs.
FROM node:24-trixie-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY ops/dependencies.mjs ops/dependencies.mjs
# As `npm start` installs: nothing is downloaded but packages.
RUN node -e 'import("./ops/dependencies.mjs").then((module) => module.ensureDependencies())'
COPY . .
# The image has a Node of its own: the package "node", which `npm start` runs everything with, would be 300 MB.
# What is left is compared with ops/deploy/imageContents.json by `npm run image-contents`.
RUN node ops/build.ts && npm prune --omit=dev --no-audit --no-fund && rm -rf node_modules/node node_modules/.bin/node

FROM node:24-trixie-slim
# MALLOC_ARENA_MAX: without it a worker's threads keep memory that they no longer use. HOME: where a container may write, with a
# file system that is otherwise read-only.
ENV NODE_ENV=production HOST=0.0.0.0 MALLOC_ARENA_MAX=2 HOME=/tmp
# Which commit it is made of: /health says it.
ARG COMMIT=
ENV COLLOQUY_COMMIT=$COMMIT
WORKDIR /app
# PostgreSQL's client is for backups: Debian 13 has 17, the version of docker-compose.yml's and Railway's server.
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates postgresql-client && rm -rf /var/lib/apt/lists/*
COPY --from=build --chown=node:node /app /app
USER node
EXPOSE 3000 3001
# Of the web process; docker-compose.yml has the worker's.
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=16", "--import", "./web/instrument.server.mjs", "web/server.ts"]
