import Foundation
import Text

/// Foundation's reading of a JSON document, the oracle of this program's own.
enum FoundationJSON {
  /// Whether Foundation keeps to RFC 8259 there: it refuses `0e2`, and reads `[1,]`.
  static func canJudge(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return !text.contains(/\b0(\.0+)?[eE]/) && !text.contains(/,\s*[\]}]/)
  }

  /// The document's value, members in the order of their keys; nil where Foundation refuses it.
  static func value(of bytes: [UInt8]) -> JSONValue? {
    try? JSONDecoder().decode(DecodedValue.self, from: Data(bytes)).value
  }

  /// The value with members in the order of their keys.
  static func inOrderOfKeys(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): .array(elements.map(inOrderOfKeys))
    case .object(let members):
      .object(
        members.sorted { $0.key < $1.key }.map { JSONMember($0.key, inOrderOfKeys($0.value)) })
    default: value
    }
  }
}

/// Lets Foundation's decoder build a `JSONValue`.
private struct DecodedValue: Decodable {
  let value: JSONValue

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Key.self) {
      let members = try object.allKeys.map { key in
        JSONMember(key.stringValue, try object.decode(DecodedValue.self, forKey: key).value)
      }
      value = .object(members.sorted { $0.key < $1.key })
    } else if var list = try? decoder.unkeyedContainer() {
      var elements: [JSONValue] = []
      while !list.isAtEnd { elements.append(try list.decode(DecodedValue.self).value) }
      value = .array(elements)
    } else {
      value = try Self.scalar(in: decoder.singleValueContainer())
    }
  }

  private static func scalar(in container: any SingleValueDecodingContainer) throws -> JSONValue {
    if container.decodeNil() { return .null }
    if let flag = try? container.decode(Bool.self) { return .bool(flag) }
    if let number = try? container.decode(Double.self) { return .number(number) }
    return .string(try container.decode(String.self))
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
