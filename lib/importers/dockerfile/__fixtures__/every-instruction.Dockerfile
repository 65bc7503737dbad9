# syntax=docker/dockerfile:1
# check=skip=JSONArgsRecommended
ARG GO_VERSION=1.25.4
ARG REGISTRY=docker.io

FROM --platform=$BUILDPLATFORM ${REGISTRY}/library/golang:${GO_VERSION}-alpine AS build
ARG TARGETOS TARGETARCH
WORKDIR /src
RUN --mount=type=bind,source=go.mod,target=go.mod \
    --mount=type=cache,target=/go/pkg/mod \
    go mod download
COPY . .
RUN --mount=type=secret,id=netrc,target=/root/.netrc \
    CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /out/app ./cmd/app
# Tools that the build needs, each checked.
RUN <<EOF
set -e
wget -O /tmp/tool.tgz https://downloads.example.com/tool.tgz
echo "0123456789abcdef  /tmp/tool.tgz" | sha256sum -c -
tar -xzf /tmp/tool.tgz -C /usr/local/bin
EOF

FROM build AS test
RUN go test ./...

FROM alpine:3.22.2@sha256:4b7ce07002c69e8f3d704a9c5d6fd3053be500b7f1c69fc0d80990c2ad8dd412 AS run
LABEL org.opencontainers.image.source="https://example.com/app" \
      org.opencontainers.image.licenses=MIT
MAINTAINER Somebody <somebody@example.com>
ENV LISTEN=0.0.0.0:8080 DATABASE_PASSWORD=changeme
RUN apk add --no-cache ca-certificates=20250619-r0 tzdata=2025b-r0 && adduser -D -u 10001 app
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/data.bin /data/
ADD assets.tar.gz /srv/
COPY --from=build --chown=app:app --chmod=0755 /out/app /usr/local/bin/app
COPY <<-"CONF" /etc/app.conf
	listen = 8080
	CONF
VOLUME ["/data"]
EXPOSE 8080 9090/tcp
STOPSIGNAL SIGTERM
SHELL ["/bin/ash", "-eo", "pipefail", "-c"]
HEALTHCHECK --interval=30s --timeout=3s CMD wget -q --spider http://localhost:8080/ready || exit 1
ONBUILD COPY . /app
USER 10001:10001
ENTRYPOINT ["/usr/local/bin/app"]
CMD ["serve"]
