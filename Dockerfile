# syntax=docker/dockerfile:1

# Builds everything ahead, so that the server runs on a file system that cannot be written.
FROM node:24.11.1-bookworm-slim AS build
WORKDIR /app
# The SQLite driver is compiled where no ready-made one can be had.
RUN apt-get update \
  && apt-get install --yes --no-install-recommends python3=3.11.2-1+b1 make=4.3-4.1 g++=4:12.2.0-3 \
  && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# The bundles are stamped with what made them: the launcher looks for that, not for the bundler itself.
RUN node lib/cli/launch/build-image.mjs \
  && cp node_modules/esbuild/package.json /tmp/esbuild.json \
  && npm prune --omit=dev --no-audit --no-fund \
  && mkdir -p node_modules/esbuild \
  && cp /tmp/esbuild.json node_modules/esbuild/package.json \
  && rm -rf .next/cache e2e

FROM node:24.11.1-bookworm-slim
ENV NODE_ENV=production \
  NEXT_TELEMETRY_DISABLED=1 \
  HOST=0.0.0.0 \
  PORT=3000 \
  DATA_DIR=/data
WORKDIR /app
# Owned by root and read by everybody: the server cannot change its own code.
COPY --from=build /app /app
RUN install --directory --owner=node --group=node --mode=0700 /data
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "lib/cli/launch/start.mjs", "--prepared"]
