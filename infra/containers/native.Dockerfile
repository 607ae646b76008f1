# A function as a native executable. From the repository root, once ./run --native or ./test --native has built it:
#   docker build -f infra/containers/native.Dockerfile --build-arg FUNCTION=vectorize-query -t text2vec/vectorize-query-native .
# The executable is one for this base: built on a system whose C library is no newer.
ARG BASE=debian:12-slim

FROM ${BASE}
ARG FUNCTION
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="text2vec-functions ${FUNCTION}, native" \
      org.opencontainers.image.description="Weaviate's text vectorizer and collection API as Quarkus functions" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /app
COPY functions/${FUNCTION}/target/native/text2vec-${FUNCTION} /app/function
COPY functions/${FUNCTION}/target/native/files /app/files
COPY infra/containers/healthy infra/containers/warm infra/containers/train infra/containers/ask /app/
ENV LANG=C.UTF-8 TEXT2VEC_CACHE=/app/cache
# A model by its name, fetched now; none means the embedded one.
ARG MODEL_NAME=
ENV MODEL_NAME=${MODEL_NAME}
RUN mkdir -p /app/cache && /app/warm && chmod -R g=u /app/cache
USER 65532:0
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["/app/healthy"]
# ONNX Runtime makes an empty directory at its start; containers have this place in memory even where nothing can be written.
ENTRYPOINT ["/app/function", "-Djava.io.tmpdir=/dev/shm"]
