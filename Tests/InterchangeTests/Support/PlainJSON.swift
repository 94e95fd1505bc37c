import Text
import XCTest

/// Reads what exports write as JSON through the program's own document reader.
enum PlainJSON {
  /// The elements of the list that `bytes` hold; each must stand on a line of its own.
  static func elements(_ bytes: [UInt8]) throws -> [JSONValue] {
    guard case .array(let elements) = try JSONDocument.parse(bytes, file: "export.json") else {
      XCTFail("no list")
      return []
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    XCTAssertEqual(lines.count, elements.count + 2)
    return elements
  }

  /// The flat objects of a table as rows of text in the order of `columns`, a missing value empty.
  static func rows(_ bytes: [UInt8], columns: [String]) throws -> [[String]] {
    try elements(bytes).map { element in
      guard case .object(let members) = element else { return [] }
      XCTAssertEqual(members.map(\.key), columns)
      let values = Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })
      return columns.map { text(values[$0]) }
    }
  }

  private static func text(_ value: JSONValue?) -> String {
    switch value {
    case .number(let number)?: NumberText.shortest(number)
    case .string(let text)?: text
    case .null?: ""
    default: "unexpected"
    }
  }
}
