/// Reads a JSON object key by key and collects every problem on the way, so that the person who
/// wrote the file learns of all of them at once.
package struct JSONObjectReader {
  /// The file that contains the object, as messages name it.
  package let file: String
  /// The place of the object in the file, such as `items[2]`; empty for the document itself.
  package let keyPath: String
  /// The problems found so far, in the order of reading.
  package private(set) var problems: [Diagnostic] = []
  private let members: [JSONMember]
  private var keysRead: [String] = []

  /// A reader of `value`; a value that is not an object is reported and read as an empty object.
  package init(_ value: JSONValue, file: String, keyPath: String = "") {
    self.file = file
    self.keyPath = keyPath
    if case .object(let members) = value {
      self.members = members
    } else {
      self.members = []
      problems = [
        Diagnostic(
          "expected an object, found \(value.kind)",
          at: SourceLocation(file: file, keyPath: keyPath))
      ]
    }
  }

  /// Adds a problem at `key`.
  package mutating func report(_ message: String, at key: String, remedy: String? = nil) {
    problems.append(Diagnostic(message, at: location(of: key), remedy: remedy))
  }

  /// The value at `key`, or nil if it is missing or null.
  package mutating func value(_ key: String) -> JSONValue? {
    if !keysRead.contains(key) { keysRead.append(key) }
    guard let member = members.first(where: { $0.key == key }), member.value != .null else {
      return nil
    }
    return member.value
  }

  /// The value at `key`, converted; nil if the key is missing, and nil after reporting a problem if
  /// `convert` rejects the value.
  package mutating func optional<Wanted>(
    _ key: String, _ kind: String, _ convert: (JSONValue) -> Wanted?
  ) -> Wanted? {
    guard let value = value(key) else { return nil }
    if let wanted = convert(value) { return wanted }
    report("expected \(kind), found \(value.kind)", at: key)
    return nil
  }

  /// The text at `key`, or nil if it is missing.
  package mutating func optionalString(_ key: String) -> String? {
    optional(key, "text") { if case .string(let text) = $0 { text } else { nil } }
  }

  /// The number at `key`, or nil if it is missing.
  package mutating func optionalNumber(_ key: String) -> Double? {
    optional(key, "a number") { if case .number(let number) = $0 { number } else { nil } }
  }

  /// The whole number at `key`, or nil if it is missing.
  package mutating func optionalInteger(_ key: String) -> Int? {
    optional(key, "a whole number") {
      if case .number(let number) = $0 { Int(exactly: number) } else { nil }
    }
  }

  /// The true or false at `key`, or nil if it is missing.
  package mutating func optionalBool(_ key: String) -> Bool? {
    optional(key, "true or false") { if case .bool(let flag) = $0 { flag } else { nil } }
  }

  /// The text at `key`; a missing or empty one is reported and read as an empty text.
  package mutating func string(_ key: String) -> String {
    let text = require(key, optionalString(key), "text") ?? ""
    if text.isEmpty, value(key) == .string("") { report("must not be empty", at: key) }
    return text
  }

  /// The number at `key`; a missing one is reported and read as 0.
  package mutating func number(_ key: String) -> Double {
    require(key, optionalNumber(key), "a number") ?? 0
  }

  /// The whole number at `key`; a missing one is reported and read as 0.
  package mutating func integer(_ key: String) -> Int {
    require(key, optionalInteger(key), "a whole number") ?? 0
  }

  /// One of the cases of `Choice` by its raw text; anything else is reported with the list of
  /// cases.
  package mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let text = optionalString(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    report(
      "“\(text)” is not a valid value", at: key,
      remedy: NearMiss.suggestion(for: text, among: names)
        ?? "allowed: \(names.joined(separator: ", "))")
    return nil
  }

  /// The list of texts at `key`; empty if it is missing.
  package mutating func strings(_ key: String) -> [String] {
    optional(key, "a list of text values") { value in
      guard case .array(let elements) = value else { return nil }
      let texts = elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
      return texts.count == elements.count ? texts : nil
    } ?? []
  }

  /// The list of numbers at `key`, or nil if it is missing.
  package mutating func optionalNumbers(_ key: String) -> [Double]? {
    optional(key, "a list of numbers") { value in
      guard case .array(let elements) = value else { return nil }
      let numbers = elements.compactMap { if case .number(let number) = $0 { number } else { nil } }
      return numbers.count == elements.count ? numbers : nil
    }
  }

  /// The list of objects at `key`, each read by `read`; empty if it is missing.
  package mutating func objects<Element>(
    _ key: String, _ read: (inout JSONObjectReader) -> Element
  ) -> [Element] {
    let elements = optional(key, "a list of objects") {
      if case .array(let elements) = $0 { elements } else { nil }
    }
    return (elements ?? []).enumerated().map { index, element in
      nested(element, at: "\(key)[\(index)]", read)
    }
  }

  /// The object at `key` read by `read`; nil if it is missing.
  package mutating func object<Element>(
    _ key: String, _ read: (inout JSONObjectReader) -> Element
  ) -> Element? {
    guard let value = value(key) else { return nil }
    return nested(value, at: key, read)
  }

  /// Ends the reading: reports every key that was not read.
  package mutating func finish() {
    for member in members where !keysRead.contains(member.key) {
      report(
        "unknown key “\(member.key)”", at: member.key,
        remedy: NearMiss.suggestion(for: member.key, among: keysRead)
          ?? "known keys: \(keysRead.joined(separator: ", "))")
    }
  }

  /// Reports a missing value, unless a value of the wrong kind was already reported.
  private mutating func require<Wanted>(_ key: String, _ wanted: Wanted?, _ kind: String) -> Wanted?
  {
    if wanted == nil, value(key) == nil { report("“\(key)” is missing: expected \(kind)", at: key) }
    return wanted
  }

  private mutating func nested<Element>(
    _ value: JSONValue, at key: String, _ read: (inout JSONObjectReader) -> Element
  ) -> Element {
    var reader = JSONObjectReader(value, file: file, keyPath: join(keyPath, key))
    let element = read(&reader)
    if case .object = value { reader.finish() }
    problems += reader.problems
    return element
  }

  private func location(of key: String) -> SourceLocation {
    SourceLocation(file: file, keyPath: join(keyPath, key))
  }

  private func join(_ path: String, _ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }
}
