# A vectorizer in a JVM on a GPU: CUDA 12 with cuDNN 9, as ONNX Runtime's library names them. The package is one of its own:
#   mvn -Pcuda -DskipTests clean package -pl functions/vectorize-passage -am
#   docker build -f infra/containers/cuda.Dockerfile --build-arg FUNCTION=vectorize-passage -t text2vec/vectorize-passage-cuda .
# Not tried: no machine with a GPU was at hand. Built without a training run of the JVM, which would need one.
ARG JDK=eclipse-temurin:25-jdk
ARG BASE=nvidia/cuda:12.9.1-cudnn-runtime-ubuntu24.04

FROM ${JDK} AS java
RUN jlink --no-header-files --no-man-pages --output /jvm --add-modules \
    java.base,java.desktop,java.instrument,java.logging,java.management,java.naming,java.net.http,java.security.jgss,java.security.sasl,java.sql,java.xml,jdk.crypto.cryptoki,jdk.incubator.vector,jdk.jcmd,jdk.jfr,jdk.management,jdk.management.jfr,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs

FROM ${JDK} AS application
ARG FUNCTION
COPY functions/${FUNCTION}/target/quarkus-app /app
COPY functions/${FUNCTION}/jvm.options /app.options
COPY infra/containers/slim infra/containers/jvm.options /build/
RUN /build/slim /app && test -f /app/natives/libonnxruntime_providers_cuda.so

FROM ${BASE}
ARG FUNCTION
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="text2vec-functions ${FUNCTION}, CUDA 12" \
      org.opencontainers.image.description="Weaviate's text vectorizer and collection API as Quarkus functions" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=java /jvm /opt/java
COPY --from=application /app /app
COPY infra/containers/healthy infra/containers/ask /app/
ENV PATH=/opt/java/bin:/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 TEXT2VEC_CACHE=/app/cache ENABLE_CUDA=true
WORKDIR /app
RUN mkdir -p /app/cache && chmod g=u /app/cache
USER 65532:0
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=120s CMD ["/app/healthy"]
ENTRYPOINT ["java", "@/app/jvm.options", "-jar", "/app/quarkus-run.jar"]
