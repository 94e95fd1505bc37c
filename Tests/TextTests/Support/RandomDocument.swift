import TestSupport

/// JSON documents as nobody would write them, with and without faults.
///
/// Left out is what this program refuses and Foundation reads: repeated keys, numbers that come out
/// as 0, a byte order mark, other encodings than UTF-8.
enum RandomDocument {
  /// A document, about half the time with one byte changed, added or taken away.
  static func bytes(_ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(value(&generator, depth: 0).utf8)
    let place = generator.number(below: bytes.count)
    let byte = generator.pick(Array("{}[]:,\"\\ \n\t01.-+eEutn/é".utf8) + [0x1F, 0xC3, 0xFF])
    switch generator.number(below: 6) {
    case 0: bytes[place] = byte
    case 1: bytes.insert(byte, at: place)
    case 2: bytes.remove(at: place)
    default: break
    }
    return bytes
  }

  private static func value(_ generator: inout SeededGenerator, depth: Int) -> String {
    let body: String
    switch generator.number(below: depth < 4 ? 7 : 4) {
    case 0: body = generator.pick(["true", "false", "null"])
    case 1, 2: body = number(&generator)
    case 3: body = text(&generator)
    case 4:
      let count = generator.number(below: 4)
      body = "[" + list(count, &generator) { value(&$0, depth: depth + 1) } + "]"
    default:
      var keys = ["a", "é", "key", "b c"].shuffled(using: &generator)
      let count = generator.number(below: 5)
      body =
        "{"
        + list(count, &generator) {
          "\"\(keys.removeLast())\"" + space(&$0) + ":" + value(&$0, depth: depth + 1)
        } + "}"
    }
    return space(&generator) + body + space(&generator)
  }

  private static func list(
    _ count: Int, _ generator: inout SeededGenerator,
    _ element: (inout SeededGenerator) -> String
  ) -> String {
    (0..<count).map { _ in space(&generator) + element(&generator) }.joined(separator: ",")
  }

  private static func space(_ generator: inout SeededGenerator) -> String {
    generator.pick(["", "", "", " ", "\n", "\t", "\r\n", "  "])
  }

  private static func number(_ generator: inout SeededGenerator) -> String {
    let whole = generator.pick(["0", "7", "10", "123456789", "98765432109876543210"])
    let fraction = generator.pick(["", "", ".5", ".25", ".000", ".12345678901234567890"])
    let exponent = generator.pick(["", "", "e2", "E-3", "e+10", "e300", "e-250"])
    return generator.pick(["", "-"]) + whole + fraction + exponent
  }

  private static func text(_ generator: inout SeededGenerator) -> String {
    let parts = [
      "a", " ", "é", "😀", "/", #"\""#, #"\\"#, #"\/"#, #"\b"#, #"\f"#, #"\n"#, #"\r"#, #"\t"#,
      #"\u0041"#, #"\u00E9"#, #"\ud83d\ude00"#, #"\u0000"#, "\u{7F}", "\u{85}",
    ]
    let count = generator.number(below: 5)
    return "\"" + (0..<count).map { _ in generator.pick(parts) }.joined() + "\""
  }
}
