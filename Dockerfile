# One documented command pins the base image by digest: docs/updating.md.
ARG NODE_IMAGE=node:26-slim

# Only the dependencies, so that a change of code does not install them again. The base image has Node; the npm package "node", which
# gives developers the right version, is a dev dependency and is left out.
FROM $NODE_IMAGE AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM $NODE_IMAGE
ARG VERSION=unreleased
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Kurzwelle" \
    org.opencontainers.image.description="Short, cited news briefings for Slack and Discord, from Deutsche Welle's feeds" \
    org.opencontainers.image.licenses="MIT" \
    org.opencontainers.image.version=$VERSION \
    org.opencontainers.image.revision=$REVISION
# Listens on all addresses of the container; `-p` or compose.yaml decides what is reachable from outside.
ENV NODE_ENV=production \
    KURZWELLE_HOST=0.0.0.0 \
    KURZWELLE_DATA_DIR=/data
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY config ./config
COPY docs ./docs
COPY commands ./commands
COPY deploy/kurzwelle ./deploy/kurzwelle
COPY src ./src
RUN mkdir /data && chown node:node /data && ln -s /app/deploy/kurzwelle /usr/local/bin/kurzwelle
USER node
# The only folder that is written to; everything else can be read-only (docker run --read-only).
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.KURZWELLE_PORT ?? 8787) + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
# Exec form, so that signals reach the service itself and it stops gracefully.
CMD ["node", "--max-semi-space-size=4", "--expose-gc", "src/cli/kurzwelle.js", "serve"]
