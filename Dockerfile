# The shop and its model, from one source. Targets: web, worker, recommender; demo holds what the demo shop needs besides.
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS packages
WORKDIR /shop
COPY package.json package-lock.json ./
# The compiler comes as a wish of a package that does without it.
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/typescript node_modules/@typescript

FROM ${NODE_IMAGE} AS build
WORKDIR /shop
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build --ignore-scripts

# The sandbox and the demo goods, which no production has.
FROM build AS demo
COPY views ./views
COPY public ./public
COPY migrations ./migrations
RUN mkdir .data && chown node .data
USER node
CMD ["node", "src/sandbox/server.ts"]

FROM ${NODE_IMAGE} AS base
ENV NODE_ENV=production
WORKDIR /shop
COPY --from=packages /shop/node_modules ./node_modules
COPY --from=build /shop/dist ./dist
COPY package.json ./

# What SageMaker runs as `train` and as `serve`; it is root there, and asks at port 8080.
FROM base AS recommender
EXPOSE 8080
ENTRYPOINT ["node", "dist/commands/sagemaker.js"]

FROM base AS shop
COPY views ./views
COPY public ./public
COPY migrations ./migrations
RUN mkdir .data && chown node .data
USER node

FROM shop AS worker
CMD ["node", "dist/worker.js"]

FROM shop AS web
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT ?? 3000}/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server.js"]
