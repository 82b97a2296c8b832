import Testing
import VTL

@testable import Rules

@Suite struct SampleJSONTests {
  @Test(
    "a template whose result may be JSON is left alone",
    arguments: [
      "", "text", "{}", "[]", " {\"a\": [1, -2.5e3, true, null, \"b\\n\\u00e9\"], \"c\": {}} ", "{\"a\": $x}",
      "{\"a\": \"b $x c\"}", "{$x}", "{$x: 1, \"a\": 2}", "[$x, $y]", "{\"a\": $x.b$y}", "{\"a\": 1 $rest}",
      "[$x {\"a\": 1}]",
      "{\"a\": 1}\n$x", "{\"a\": 1#if($x), \"b\": 2#end}", "[#foreach($i in $l)$i#if($foreach.hasNext),#end#end]",
      "[#foreach($i in $l)#if($foreach.count > 1),#end$i#end]", "[#foreach($i in $l)#if(!$foreach.first),#end{}#end]",
      "[#foreach($i in $l){}#if($foreach.count < $l.size()),#end#end]",
      "[#foreach($i in $l){}#if($foreach.index != $n - 1),#end#end]",
      "#if($a)[1]#end#if($b)[2]#end", "{\"a\": #if($x == 1)1#end#if($x == 2)2#end}",
      "{\"a\": #if($x == 1)1#end#if($x == 2)2#end, \"b\": #if($y == 1)1#end#if($y == 2)2#end}",
      "[#foreach($i in $l)#if($i == 1){}#end#if($i == 2)[]#end#if($foreach.hasNext),#end#end]",
      "#set($c = '')[#foreach($i in $l)$c{}#set($c = ',')#end]", "#set($q = '\"'){${q}a$q: 1}",
      "{\"a\": \"#if($x)\nb#end\"}", "{\"price\": \"\\$5 \\#1\"}", "{\"a\": #[[1]]#}",
      "#macro(m)1#end{\"a\" #m()", "{\"a\": 1 ## text, {\n}",
    ])
  func mayBeJSON(text: String) {
    #expect(SampleRendering.fault(of: MappingTemplate(parsing: text), isLenient: false) == nil)
  }

  @Test(
    "a template that never gives JSON is refused where it goes wrong",
    arguments: [
      ("{\"a\": 1,}", 7), ("{\"a\": $x", 8), ("[1 2]", 3), ("[,1]", 1), ("{\"a\" 1}", 5),
      ("{\"a\": 'b'}", 6), ("{\"a\": \"b}", 6), ("{\"a\": \"it\\'s\"}", 9), ("{\"a\": True}", 6), ("{}{}", 2),
      ("{\"a\": \"b\nc\"}", 6), ("[1]]", 3), ("{\"a\": 01}", 6), ("{#set($x = 1)\"a\":}", 17),
      ("[#foreach($i in $l){}#end]", 19), ("[#foreach($i in $l){},#end]", 21), ("{\"a\": #if($x)1#{else}2#end 3}", 27),
      ("#set($x = 1)\n{\"a\": $x \"b\"}", 22),
    ])
  func isNeverJSON(text: String, offset: Int) {
    let fault = SampleRendering.fault(of: MappingTemplate(parsing: text), isLenient: false)
    #expect(fault?.offset == offset, "\(fault.map(\.words) ?? "nothing")")
  }

  @Test("mocks take names without quotes and single quotes", arguments: ["{statusCode: 200}", "{'statusCode': 'a'}"])
  func lenient(text: String) {
    #expect(SampleRendering.fault(of: MappingTemplate(parsing: text), isLenient: true) == nil)
    #expect(SampleRendering.fault(of: MappingTemplate(parsing: text), isLenient: false) != nil)
  }

  @Test("loops in loops and deep nesting come to an end")
  func ends() {
    let loops = String(repeating: "#foreach($i in $l)", count: 60) + String(repeating: "#end", count: 60)
    #expect(SampleRendering.fault(of: MappingTemplate(parsing: "[" + loops + "]"), isLenient: false) == nil)
    let deep = String(repeating: "[", count: 1_000)
    #expect(SampleRendering.fault(of: MappingTemplate(parsing: deep), isLenient: false) == nil)
  }
}
