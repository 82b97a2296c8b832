import Document

@testable import Spec

/// A record that nests in itself, takes names of the user's and ignores extensions.
struct Tree: TableDecodable {
  var node = NodeID.none
  var label: Located<String>?
  var weight = Located(1)
  var branches: Located<[Located<Tree>]>?
  var children: [Named<Tree>] = []
  var shade = Shade()
  var marks: [Named<Bool>] = []

  static let table = Table<Tree>(
    "a tree", doc: "A tree.", extensions: true,
    others: Others(
      "a mark", names: ["MARK"], \.marks, .flag,
      accept: { String(decoding: $0, as: UTF8.self).uppercased() == "MARK" ? "MARK" : nil },
      item: { Named($0, $1, at: $2) }),
    [
      Field("label", \.label, .text, .required, doc: "What it is called."),
      Field("weight", \.weight, .integer(0...9), doc: "How heavy it is."),
      Field("branches", \.branches, .list(.record), doc: "Trees in order."),
      Field(section: "children", \.children, .map("a child's name", .record), doc: "Trees by name."),
    ], sharing: Shade.table.fields.map { $0.lifted(through: \.shade) })
}

/// A record whose keys stand among those of another.
struct Shade: TableDecodable {
  var node = NodeID.none
  var color: Located<Color>?
  var isDeep: Located<Deferrable<Bool>>?

  static let table = Table<Shade>(
    "a shade", doc: "A shade.",
    [
      Field("shadeColor", \.color, .choice("TEST1"), doc: "Its colour."),
      Field("isDeep", \.isDeep, .orIntrinsic(.flag), doc: "Whether it is deep."),
    ])
}

enum Color: String, Choice {
  case red = "RED"
  case darkBlue = "DARK_BLUE"
}

/// A union: two cases with keys of their own, and one key for both.
struct Shape2D {
  var options: ShapeOptions
  var form: Form

  enum Form {
    case circle(Circle)
    case square(Square)
    case line(Line)
  }

  static let kind = Kind<Shape2D>.tagged(
    "form", ShapeOptions.self,
    [Variant("circle", Form.circle), Variant("square", Form.square), Variant("line", Form.line)], rule: "TEST2",
    Shape2D.init)
}

struct ShapeOptions: TableDecodable {
  var node = NodeID.none
  var name: Located<String>?
  static let table = Table<ShapeOptions>(
    "a shape", doc: "A shape.", [Field("name", \.name, .text, doc: "Its name.")])
}

struct Circle: TableDecodable {
  var node = NodeID.none
  var radius = Located(0)
  static let table = Table<Circle>(
    "a circle", doc: "A circle.", [Field("radius", \.radius, .integer(), .required, doc: "Its radius.")])
}

struct Square: TableDecodable {
  var node = NodeID.none
  var length: Located<Int>?
  var isFilled: Located<Bool>?
  static let table = Table<Square>(
    "a square", doc: "A square.",
    [
      Field("length", \.length, .integer(), doc: "A side's length."),
      Field("isFilled", \.isFilled, .flag, doc: "Whether it is filled."),
    ])
}

struct Line: TableDecodable {
  var node = NodeID.none
  var length: Located<Int>?
  static let table = Table<Line>(
    "a line", doc: "A line.", [Field("length", \.length, .integer(), doc: "Its length.")])
}

/// A text, or a circle in full.
enum Sketch {
  case name(String)
  case circle(Circle)
  static let kind = Kind<Sketch>.either(.text("a name"), .record, Sketch.name, Sketch.circle)
}
