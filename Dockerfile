# The server deployment: see compose.yaml. The database is a server of its own, named by DATABASE_URL.
FROM node:22-bookworm-slim AS build
WORKDIR /kept
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev
COPY . .
RUN npm run build

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 KEPT_DATA=/data
WORKDIR /kept
RUN mkdir /data && chown node:node /data
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force
COPY . .
COPY --from=build /kept/build ./build
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD node -e "fetch('http://127.0.0.1:3000/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
# Begins without demonstration organisations: the first page sets up the first organisation and its owner.
CMD ["node", "app/server/start.mjs", "--empty"]
