import Foundation

/// Reads a whole JSON document, such as the settings or an instrument file.
package enum JSONDocument {
  /// The document's value. Members of objects come in the order of their keys.
  /// - Throws: `Problems` that name the file, and the place in Foundation's words.
  package static func parse(_ bytes: [UInt8], file: String) throws(Problems) -> JSONValue {
    do {
      return try JSONDecoder().decode(DecodedValue.self, from: Data(bytes)).value
    } catch {
      throw Problems(
        Diagnostic(
          "this is not valid JSON" + (explanation(of: bytes).map { ": \($0)" } ?? ""),
          at: SourceLocation(file: file),
          remedy: "mend the file in a text editor, or put back a copy that worked"))
    }
  }

  /// Foundation's words for what is wrong, with the character at which it saw that: only its older
  /// reader has them on every system.
  private static func explanation(of bytes: [UInt8]) -> String? {
    do {
      _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      return nil
    } catch {
      let words = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String
      return words?.trimmingCharacters(in: ["."])
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
