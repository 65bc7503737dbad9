# The image in which jobs run.
FROM alpine:3.22
ARG REGISTRY_TOKEN
RUN apk add --no-cache bash git docker-cli curl
RUN curl -fsSL https://tools.example.com/install.sh | bash
