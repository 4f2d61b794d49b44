# syntax=docker/dockerfile:1
# One binary, its static files inside, on a slim Debian, run by an account without rights.

FROM rust:1.95-slim-bookworm AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    cargo build --profile dist --locked --bin cooperator \
    && install -m 0755 target/dist/cooperator /cooperator

FROM debian:trixie-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates postgresql-client-17 \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --user-group --no-create-home --home-dir /data --shell /usr/sbin/nologin cooperator \
    && install -d -m 0700 -o cooperator -g cooperator /data /keys
COPY --from=build /cooperator /usr/local/bin/cooperator
USER 10001:10001
WORKDIR /data
# The server's key lies apart from the data: a backup of /data must not hold it.
ENV COOPERATOR_LISTEN=0.0.0.0:8080 \
    COOPERATOR_DATA=/data \
    COOPERATOR_KEYS=/keys
VOLUME ["/data", "/keys"]
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 CMD ["cooperator", "health"]
ENTRYPOINT ["cooperator"]
CMD ["serve"]
