import Testing

@testable import VTL

struct MappingTemplateTests {
  @Test(
    "text, references and comments are told apart",
    arguments: [
      ("", ""),
      ("{\"a\": 1}", "‹{\"a\": 1}›"),
      ("$5 #1 $. # $ #", "‹$5 #1 $. # $ #›"),
      ("$x", "$x"),
      ("a $!{x-1}b", "‹a › $!{x-1} ‹b›"),
      ("$context.identity.sourceIp.", "$context.identity.sourceIp ‹.›"),
      ("$input.json('$.a[0]')", "$input.json('$.a[0]')"),
      ("$input.params().get(\"x\")[1]", "$input.params().get(\"‹x›\")[1]"),
      ("${list.get( 0 , $i )}", "${list}.get(0, $i)"),
      ("\\$x \\\\$x \\#if(1)", "‹\\$x \\\\› $x ‹ \\#if(1)›"),
      ("a## b $x\nc", "‹a› comment ‹c›"),
      ("a#* $x\n *#c", "‹a› comment ‹c›"),
      ("#[[ $x #if ]]#c", "unparsed ‹c›"),
      ("#fff #eed #channel", "‹#fff #eed #channel›"),
    ])
  func readsText(text: String, outline: String) {
    let template = MappingTemplate(parsing: text)
    #expect(Outline(template: template).description == outline)
    #expect(template.problems.isEmpty)
  }

  @Test(
    "directives hold their values and bodies",
    arguments: [
      ("#set($x = 1)", "(set $x 1)"),
      ("#set ( $x.y = \"a$b\" )", "(set $x.y \"‹a› $b\")"),
      ("#if($a)1#elseif(!$b)2#{else}3#end", "(if $a {‹1›} (! $b) {‹2›} ? {‹3›})"),
      (
        "#foreach($i in [1..$n])$i#if($foreach.hasNext),#end#end",
        "(foreach $i [1..$n] {$i (if $foreach.hasNext {‹,›})})"
      ),
      ("#foreach($i in $m.keySet())#break#end", "(foreach $i $m.keySet() {(#break)})"),
      ("#define($d)x#end$d", "(define $d {‹x›}) $d"),
      ("#macro(twice $a)$a$a#end#twice(1)", "(macro twice $a {$a $a}) (#twice 1)"),
      ("#macro(two $a, $b)#end#two(1 \"x\")", "(macro two $a $b {}) (#two 1 \"‹x›\")"),
      ("#stop #parse('a')", "(#stop) ‹ › (#parse 'a')"),
      ("#{if}($a)#{end}", "(if $a {})"),
    ])
  func readsDirectives(text: String, outline: String) {
    let template = MappingTemplate(parsing: text)
    #expect(Outline(template: template).description == outline)
    #expect(template.problems.isEmpty)
  }

  @Test(
    "values bind as in Velocity",
    arguments: [
      ("1 + 2 * 3 - 4", "(- (+ 1 (* 2 3)) 4)"),
      ("($a || $b) && !$c.d", "(&& (|| $a $b) (! $c.d))"),
      ("$a eq 'x' or $b lt 1.5", "(|| (== $a 'x') (< $b 1.5))"),
      ("not $a and true", "(&& (! $a) true)"),
      ("$a.size() - 1 >= -1 % 2", "(>= (- $a.size() 1) (% (- 1) 2))"),
      ("[]", "[]"),
      ("['a', null, [1..3]]", "['a', null, [1..3]]"),
      ("{}", "{}"),
      ("{\"k\": 1, word: {'n': $x}}", "{\"‹k›\": 1, 'word': {'n': $x}}"),
      ("'it''s'", "'it''s'"),
      ("\"say \"\"$x\"\"\"", "\"‹say \"\"› $x ‹\"\"›\""),
      ("\"\\\\'\"", "\"‹\\\\'›\""),
    ])
  func readsValues(value: String, outline: String) {
    let template = MappingTemplate(parsing: "#set($v = \(value))")
    #expect(Outline(template: template).description == "(set $v \(outline))")
    #expect(template.problems.isEmpty)
  }

  @Test(
    "what Velocity refuses is reported at its place",
    arguments: [
      ("a#if($x)b", .unclosedDirective("if"), 1, nil),
      ("#foreach($x in $y)#if($x)#end", .unclosedDirective("foreach"), 0, nil),
      ("é#end", .unopenedDirective("end"), 2, nil),
      ("#else", .unopenedDirective("else"), 0, nil),
      ("#if($a)#else#else#end", .unopenedDirective("else"), 12, nil),
      ("#foreach($x in $y)#else#end", .unopenedDirective("else"), 18, nil),
      (" #elif($x)", .unknownDirective("elif"), 1, "elseif"),
      ("#endif", .unknownDirective("endif"), 0, "end"),
      ("#Set($x = 1)", .unknownDirective("Set"), 0, "set"),
      ("#forech($x in $y)", .unknownDirective("forech"), 0, "foreach"),
      ("#frobnicate(1)", .unknownDirective("frobnicate"), 0, nil),
      ("\"$input.json('$.a'\"", .unclosed("("), 12, nil),
      ("$input.json('$.a)", .unclosed("'"), 12, nil),
      ("$input.json('$.a)\n$input.json('$.b')", .unclosed("'"), 12, nil),
      ("$x[1", .unclosed("["), 2, nil),
      ("${x", .unclosed("{"), 1, nil),
      ("${AWS::Region} b", .unexpected(":"), 5, nil),
      ("#set($x = 1;)", .unexpected(";"), 11, nil),
      ("#set(x = 1)", .expected("reference"), 5, nil),
      ("#set($x == 1)", .expected("="), 8, nil),
      ("#set $x = 1", .expected("("), 4, nil),
      ("#set($x = )", .unexpected(")"), 10, nil),
      ("#set($x = yes)", .expected("value"), 10, nil),
      ("#set($x = \"a)", .unclosed("\""), 10, nil),
      ("#set($x = [1, ])", .expected("value"), 14, nil),
      ("#if#end", .expected("("), 3, nil),
      ("#if($x = 1)#end", .unexpected("="), 7, nil),
      ("#foreach($x of $y)#end", .expected("in"), 12, nil),
      ("#foreach($x index)#end", .expected("in"), 12, nil),
      ("#macro()#end", .expected("name"), 7, nil),
      ("#if(\n$a ;\n)#end", .unexpected(";"), 8, nil),
      ("a#* b", .unclosed("#*"), 1, nil),
      ("#[[ b", .unclosed("#[["), 0, nil),
      ("$x.y(1,)", .expected("value"), 7, nil),
    ] as [(String, MappingTemplate.Problem.Kind, Int, String?)])
  func reports(text: String, kind: MappingTemplate.Problem.Kind, offset: Int, suggestion: String?) {
    let problems = MappingTemplate(parsing: text).problems
    #expect(problems == [MappingTemplate.Problem(kind, at: offset, suggestion: suggestion)])
  }

  @Test("reading goes on behind a problem")
  func recovers() {
    let template = MappingTemplate(parsing: "#if($a ;)x#end $input.json( $b\n${c:d}$e")
    #expect(Outline(template: template).description == "(if $a {‹x›}) ‹ › $input ‹⏎› ${c} $e")
    #expect(template.problems.map(\.offset) == [7, 26, 34])
  }

  @Test("every reference of the tree is found, in the order of the text")
  func findsReferences() {
    let text = """
      #set($a = "x$b")#foreach($c in $d.e($f))#if($g[$h] == {"k": $i})$j#end#end#macro(m $k)#end#m($l)
      """
    #expect(MappingTemplate(parsing: text).references.map(\.name).joined() == "abcdfghijkl")
  }

  @Test("a reference knows its properties and its places")
  func locatesReferences() throws {
    let template = MappingTemplate(parsing: "é${context.identity.clientCert.get('x').y}")
    let reference = try #require(template.references.first)
    #expect(reference.properties == ["identity", "clientCert"])
    #expect(template.text(of: reference.nameRange) == "context")
    #expect(reference.steps.map { template.text(of: $0.range) } == [".identity", ".clientCert", ".get('x')", ".y"])
    #expect(reference.range == 2..<template.bytes.count)
  }
}
