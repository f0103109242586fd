# Wenju as a service: build where there are compilers, run where there are none, as a user without rights.
FROM node:22.21.1-bookworm-slim AS build
WORKDIR /app
# For the word segmenter, which is compiled where no prebuilt binary fits. hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends g++ make python3 \
    && rm -rf /var/lib/apt/lists/*
COPY . .
RUN npm ci && npm prune --omit=dev

FROM node:22.21.1-bookworm-slim
ENV NODE_ENV=production \
    CORPUS_DIR=/corpus \
    DATA_DIR=/data \
    HEALTH_PORT=9464
WORKDIR /app
COPY --from=build --chown=root:root /app /app
RUN mkdir /corpus /data && chown node:node /data
USER node
VOLUME ["/corpus", "/data"]
HEALTHCHECK --interval=30s --timeout=5s --start-period=180s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HEALTH_PORT.split(':').pop() + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "bin/wenju.js", "start", "--bot"]
