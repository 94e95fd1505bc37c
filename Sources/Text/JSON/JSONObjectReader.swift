/// Takes a JSON object apart key by key and collects every problem on the way, so that a person who
/// wrote the file hears of all of them at once.
package struct JSONObjectReader {
  /// The file the object stands in, as messages name it.
  package let file: String
  /// Where the object stands in the file, such as `items[2]`; empty for the document itself.
  package let keyPath: String
  /// What was wrong so far, in the order of reading.
  package private(set) var problems: [Diagnostic] = []
  private let members: [JSONMember]
  private var keysRead: [String] = []

  /// A reader of `value`; a value that is no object is a problem, and reads as an empty object.
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

  /// The value at `key`, or nil where it is missing or null.
  package mutating func value(_ key: String) -> JSONValue? {
    if !keysRead.contains(key) { keysRead.append(key) }
    guard let member = members.first(where: { $0.key == key }), member.value != .null else {
      return nil
    }
    return member.value
  }

  /// The value at `key` by `convert`; a missing key gives nil, and so does a value that `convert`
  /// refuses, which is then a problem.
  package mutating func optional<Wanted>(
    _ key: String, _ kind: String, _ convert: (JSONValue) -> Wanted?
  ) -> Wanted? {
    guard let value = value(key) else { return nil }
    if let wanted = convert(value) { return wanted }
    report("expected \(kind), found \(value.kind)", at: key)
    return nil
  }

  /// The text at `key`, if any.
  package mutating func optionalString(_ key: String) -> String? {
    optional(key, "a text") { if case .string(let text) = $0 { text } else { nil } }
  }

  /// The number at `key`, if any.
  package mutating func optionalNumber(_ key: String) -> Double? {
    optional(key, "a number") { if case .number(let number) = $0 { number } else { nil } }
  }

  /// The whole number at `key`, if any.
  package mutating func optionalInteger(_ key: String) -> Int? {
    optional(key, "a whole number") {
      if case .number(let number) = $0 { Int(exactly: number) } else { nil }
    }
  }

  /// True or false at `key`, if any.
  package mutating func optionalBool(_ key: String) -> Bool? {
    optional(key, "true or false") { if case .bool(let flag) = $0 { flag } else { nil } }
  }

  /// The text at `key`; a missing or empty one is a problem and reads as an empty text.
  package mutating func string(_ key: String) -> String {
    let text = require(key, optionalString(key), "a text") ?? ""
    if text.isEmpty, value(key) == .string("") { report("must not be empty", at: key) }
    return text
  }

  /// The number at `key`; a missing one is a problem and reads as 0.
  package mutating func number(_ key: String) -> Double {
    require(key, optionalNumber(key), "a number") ?? 0
  }

  /// The whole number at `key`; a missing one is a problem and reads as 0.
  package mutating func integer(_ key: String) -> Int {
    require(key, optionalInteger(key), "a whole number") ?? 0
  }

  /// One of the cases of `Choice` by its raw text; anything else is a problem that lists them.
  package mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    guard let text = optionalString(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    report(
      "“\(text)” is not known here", at: key,
      remedy: NearMiss.suggestion(for: text, among: names)
        ?? "one of: \(names.joined(separator: ", "))")
    return nil
  }

  /// The list of texts at `key`; empty where it is missing.
  package mutating func strings(_ key: String) -> [String] {
    optional(key, "a list of texts") { value in
      guard case .array(let elements) = value else { return nil }
      let texts = elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
      return texts.count == elements.count ? texts : nil
    } ?? []
  }

  /// The list of numbers at `key`, if any.
  package mutating func optionalNumbers(_ key: String) -> [Double]? {
    optional(key, "a list of numbers") { value in
      guard case .array(let elements) = value else { return nil }
      let numbers = elements.compactMap { if case .number(let number) = $0 { number } else { nil } }
      return numbers.count == elements.count ? numbers : nil
    }
  }

  /// The list of objects at `key`, each read by `read`; empty where it is missing.
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

  /// The object at `key` read by `read`; nil where it is missing.
  package mutating func object<Element>(
    _ key: String, _ read: (inout JSONObjectReader) -> Element
  ) -> Element? {
    guard let value = value(key) else { return nil }
    return nested(value, at: key, read)
  }

  /// Ends the reading: every key that was not asked for is a problem.
  package mutating func finish() {
    for member in members where !keysRead.contains(member.key) {
      report(
        "unknown key “\(member.key)”", at: member.key,
        remedy: NearMiss.suggestion(for: member.key, among: keysRead)
          ?? "known keys: \(keysRead.joined(separator: ", "))")
    }
  }

  /// A missing value is a problem, unless a value of the wrong kind was already reported.
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
