extension Starter {
  static let hooks = StarterFile(
    name: ".pre-commit-config.yaml", purpose: "checks each commit: pre-commit install",
    text: #"""
      # For https://pre-commit.com: 'pre-commit install' once, and each commit checks the specs in it.
      repos:
        - repo: local
          hooks:
            - id: apigw-synth-validate
              name: validate API Gateway specs
              language: system            # apigw-synth as it is installed on this machine
              entry: apigw-synth validate --strict
              files: (^|[/._-])apigw[^/]*\.ya?ml$
              exclude: ^\.github/|\.template\.ya?ml$

      """#)

  static let workflow = StarterFile(
    name: ".github/workflows/api.yaml", purpose: "checks each push",
    text: """
      # Checks the spec on each push, and marks what is wrong in the pull request.
      name: API

      on: [push, pull_request]

      permissions:
        contents: read

      jobs:
        spec:
          runs-on: ubuntu-latest
          container: swift:6.1
          steps:
            - uses: actions/checkout@v4

            # Where the image has no apigw-synth, it is built from the repository that the variable APIGW_SYNTH_SOURCE
            # names (Settings, Secrets and variables, Actions, Variables).
            - name: Install apigw-synth
              env:
                SOURCE: ${{ vars.APIGW_SYNTH_SOURCE }}
              run: |
                if command -v apigw-synth; then exit; fi
                apt-get update -qq && apt-get install -y -qq git make
                git clone --quiet --depth 1 "${SOURCE:?set the variable APIGW_SYNTH_SOURCE}" "$RUNNER_TEMP/apigw-synth"
                make -C "$RUNNER_TEMP/apigw-synth" install

            - name: Validate the spec
              run: apigw-synth validate --strict --diagnostics github

            - name: Build the template
              run: apigw-synth build -o template.yaml

      """)
}
