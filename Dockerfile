# The program alone, without a system around it: 'docker run --rm -v "$PWD:/project" apigw-synth validate'.
FROM swift:6.1 AS build
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends libyaml-dev make
COPY . /source
RUN make -C /source static DIST=/dist && mv /dist/apigw-synth-* /apigw-synth

FROM scratch
COPY --from=build /apigw-synth /usr/bin/apigw-synth
WORKDIR /project
ENTRYPOINT ["/usr/bin/apigw-synth"]
