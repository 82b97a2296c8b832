import Testing

@testable import Rules

@Suite struct UnescapedInputTests {
  @Test(
    "what stands between quotes as it came is found",
    arguments: [
      #"{"a": "$input.params('a')"}"#, #"{"a": "x\"$input.path('$.a')"}"#, #"{"a": "$!{input.params('a')}"}"#,
      ##"#if($x)"$input.params('a')"#end"##, #"{"a": "$input.params().querystring.get('a')"}"#,
    ])
  func found(template: String) {
    #expect(UnescapedInput(in: template).places.count == 1)
  }

  @Test(
    "the rest is not",
    arguments: [
      #"{"a": $input.params('a')}"#, #"{"a": "$util.escapeJavaScript($input.params('a'))"}"#,
      #"{"a": "\"", "b": $input.path('$.b')}"#, #"{"a": "$input.path('$.list').size()"}"#, #"{"a": "$context.path"}"#,
    ])
  func clean(template: String) {
    #expect(UnescapedInput(in: template).places.isEmpty)
  }

  @Test func aValueOfAMappingIsBetweenQuotes() {
    #expect(UnescapedInput(in: "$input.params('a')", isText: true).places == [0..<18])
  }
}
