print("apigw-synth")
