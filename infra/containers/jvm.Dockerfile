# A function in a JVM, with the JVM's own cache of it inside. From the repository root, once the function is packaged:
#   docker build -f infra/containers/jvm.Dockerfile --build-arg FUNCTION=vectorize-query -t text2vec/vectorize-query .
# No step needs BuildKit.
ARG JDK=eclipse-temurin:25-jdk
ARG BASE=debian:12-slim

# A JVM of the modules that a function can reach, desktop for java.beans alone.
FROM ${JDK} AS java
RUN jlink --no-header-files --no-man-pages --output /jvm --add-modules \
    java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.security.sasl,java.sql,java.xml,jdk.crypto.cryptoki,jdk.incubator.vector,jdk.jcmd,jdk.jfr,jdk.management,jdk.management.jfr,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs

FROM ${JDK} AS application
ARG FUNCTION
COPY functions/${FUNCTION}/target/quarkus-app /app
COPY functions/${FUNCTION}/jvm.options /app.options
COPY infra/containers/slim infra/containers/jvm.options /build/
RUN /build/slim /app

FROM ${BASE}
ARG FUNCTION
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="text2vec-functions ${FUNCTION}" \
      org.opencontainers.image.description="Weaviate's text vectorizer and collection API as Quarkus functions" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=java /jvm /opt/java
COPY --from=application /app /app
COPY infra/containers/healthy infra/containers/warm infra/containers/train infra/containers/ask /app/
ENV PATH=/opt/java/bin:/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 TEXT2VEC_CACHE=/app/cache
# A model by its name, fetched now; none means the embedded one.
ARG MODEL_NAME=
ENV MODEL_NAME=${MODEL_NAME}
WORKDIR /app
# The user below is of group 0, as is any other that a cluster may choose.
RUN /app/warm && chmod -R g=u /app/cache
USER 65532:0
EXPOSE 8080 50051
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s CMD ["/app/healthy"]
ENTRYPOINT ["java", "-XX:AOTCache=/app/app.aot", "@/app/jvm.options", "-jar", "/app/quarkus-run.jar"]
