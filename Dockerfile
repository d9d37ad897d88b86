# The command line in a container. Mount the repository at /work:
#   docker run --rm -e POSTMAN_API_KEY -v "$PWD:/work" postman-sync plan --workspace …
FROM node:24-slim
# Versions are not pinned: Debian's mirrors keep no older ones.
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends git ca-certificates \
  && rm -rf /var/lib/apt/lists/*
COPY dist /app/dist
COPY schema /app/schema
COPY examples /app/examples
COPY package.json LICENSE /app/
USER node
WORKDIR /work
ENTRYPOINT ["node", "/app/dist/index.js"]
