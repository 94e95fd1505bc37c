import Text

/// The keys that an article documents, with their types.
///
/// They stand in tables whose first columns are the key and its type. A line above a table says
/// where its keys are: “In `measures[].timepoints[]`:”, “Only in …:” or “Here and in …:”.
/// `ATTRIBUTE` stands for any name.
struct JSONKeys {
  /// What an article says of a value, such as “array of numbers or null”.
  private struct Kind {
    let name: String
    let mayBeNull: Bool

    init(_ text: String) {
      mayBeNull = text.hasSuffix(" or null")
      name = mayBeNull ? String(text.dropLast(" or null".count)) : text
    }

    /// The kind of the elements of an array, or of the values of an object with any keys.
    var element: Kind? {
      guard let plural = name.firstMatch(of: /\sof\s(two\s)?(.+)/)?.output.2 else { return nil }
      if name.hasPrefix("object") { return Kind("\(plural.dropLast()) or null") }
      return plural.hasPrefix("arrays")
        ? Kind("array" + plural.dropFirst("arrays".count)) : Kind(String(plural.dropLast()))
    }

    func holds(_ value: JSONValue) -> Bool {
      switch value {
      case .null: mayBeNull
      case .bool: name == "boolean"
      case .number(let number): name == "number" || name == "integer" && number == number.rounded()
      case .string: name == "string"
      case .array: name.hasPrefix("array")
      case .object: name.hasPrefix("object")
      }
    }
  }

  private var kinds: [String: Kind] = [:]

  init(in article: Article) {
    var places = [""]
    for part in article.parts {
      switch part {
      case .heading: places = [""]
      case .prose(let lines):
        let text = lines.joined(separator: " ")
        if text == "Only here:" { places = [""] }
        if let place = text.wholeMatch(of: /(In|Only in|Here and in) (`.+`):/)?.output {
          places = place.2.matches(of: /`([^`]+)`/).map { "\($0.output.1)." }
          if place.1.hasPrefix("Here") { places.append("") }
        }
        for row in lines.compactMap({ $0.firstMatch(of: /^\| `([^`]+)` \| ([^|]+?) \|/)?.output }) {
          for place in places { kinds[place + row.1] = Kind(String(row.2)) }
        }
      case .code, .comment: break
      }
    }
  }

  /// These keys and those of another article.
  func merging(_ other: JSONKeys) -> JSONKeys {
    var merged = self
    merged.kinds.merge(other.kinds) { _, new in new }
    return merged
  }

  /// The documented paths, but those of any name.
  var paths: [String] { kinds.keys.filter { !$0.contains("ATTRIBUTE") }.sorted() }

  /// What the article does not say of a document, or says otherwise.
  /// - Parameter isShared: whether values may be hidden; they are null then.
  func problems(with value: JSONValue, at path: String = "", isShared: Bool) -> [String] {
    guard case .object(let members) = value else { return [] }
    return members.flatMap { member -> [String] in
      let inner = path.isEmpty ? member.key : "\(path).\(member.key)"
      guard member.key != "suppressed" else { return [] }
      guard let kind = kinds[inner] ?? wildcard(inner) else { return ["\(inner) is missing"] }
      return problems(with: member.value, kind, at: inner, isShared)
    }
  }

  private func problems(
    with value: JSONValue, _ kind: Kind, at path: String, _ isShared: Bool
  ) -> [String] {
    if kind.name == "any value" || isShared && value == .null { return [] }
    guard kind.holds(value) else { return ["\(path) is \(value.kind), not \(kind.name)"] }
    switch value {
    case .array(let elements):
      return elements.flatMap { element -> [String] in
        kind.element.map { problems(with: element, $0, at: path + "[]", isShared) }
          ?? ["\(path): nothing is said of its elements"]
      }
    case .object(let members):
      guard let element = kind.element else {
        return problems(with: value, at: path, isShared: isShared)
      }
      return members.flatMap { problems(with: $0.value, element, at: path, isShared) }
    case .null, .bool, .number, .string: return []
    }
  }

  /// The kind of a key for which the article writes `ATTRIBUTE`.
  private func wildcard(_ path: String) -> Kind? {
    let place = path.lastIndex(of: ".").map { path[...$0] } ?? ""
    return kinds[place + "ATTRIBUTE"]
  }

  /// The path of every key in a document.
  static func paths(in value: JSONValue, at path: String = "") -> Set<String> {
    switch value {
    case .object(let members):
      members.reduce(into: []) { found, member in
        let inner = path.isEmpty ? member.key : "\(path).\(member.key)"
        found.insert(inner)
        found.formUnion(paths(in: member.value, at: inner))
      }
    case .array(let elements):
      elements.reduce(into: []) { $0.formUnion(paths(in: $1, at: path + "[]")) }
    case .null, .bool, .number, .string: []
    }
  }
}
