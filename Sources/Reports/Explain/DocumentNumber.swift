import Analysis
import Text

/// A number that a command prints as JSON, with where it stands in the document.
struct DocumentNumber: Sendable {
  /// What the number is about.
  struct Place: Sendable, Hashable {
    var instrument: String?
    var timepoint: String?
    /// `ATTRIBUTE=VALUE` of the group, and of the row where it is about a value of an attribute.
    var values: Set<String> = []
  }

  let place: Place
  /// The keys that lead to it from what it is about: `change.percent_change`.
  let path: String
  /// Which row it is of, where several have one place: a published source, a reason, a pattern.
  let label: String?
  /// None where it is undefined, two for an interval.
  let values: [Double]
  let formula: Formula?
  /// Every single number of the same row and of what the row is part of, by its key.
  let neighbors: [String: Double]

  /// The last part of the path.
  var key: String { path.split(separator: ".").last.map(String.init) ?? path }

  /// Every number of a document that a formula is known of, in its order.
  static func all(in document: JSONValue) -> [DocumentNumber] {
    var reader = DocumentReader(command: Self.command(of: document))
    reader.read(document, Place(), path: [], label: nil, neighbors: [:])
    return reader.numbers
  }

  /// The command that a document is of, by its schema: `outcomes.change/1`.
  private static func command(of document: JSONValue) -> String {
    guard case .object(let members) = document,
      let schema = members.first(where: { $0.key == "schema" })?.value.text
    else { return "" }
    return String(schema.drop { $0 != "." }.dropFirst().prefix { $0 != "/" })
  }
}

/// Walks through a document.
private struct DocumentReader {
  let command: String
  var numbers: [DocumentNumber] = []

  init(command: String) { self.command = command }

  /// Lists of places: their keys say nothing that the place does not.
  private static let listsOfPlaces: Set<String> = [
    "measures", "timepoints", "flows", "comparisons", "groups",
  ]

  mutating func read(
    _ value: JSONValue, _ place: DocumentNumber.Place, path: [String], label: String?,
    neighbors: [String: Double]
  ) {
    switch value {
    case .object(let members):
      let place = place.refined(by: members)
      let label = Self.label(of: members) ?? label
      let own = members.compactMap { member -> (String, Double)? in
        guard case .number(let number) = member.value else { return nil }
        return (member.key, number)
      }
      let neighbors = neighbors.merging(own) { $1 }
      for member in members where !["group", "against"].contains(member.key) {
        let path = Self.listsOfPlaces.contains(member.key) ? path : path + [member.key]
        read(member.value, place, path: path, label: label, neighbors: neighbors)
      }
    case .array(let elements):
      let values = elements.compactMap(\.number)
      if !values.isEmpty {
        add(values, place, path, label, neighbors)
      } else {
        for element in elements {
          read(element, place, path: path, label: label, neighbors: neighbors)
        }
      }
    case .number(let number): add([number], place, path, label, neighbors)
    case .null: add([], place, path, label, neighbors)
    case .bool, .string: break
    }
  }

  private mutating func add(
    _ values: [Double], _ place: DocumentNumber.Place, _ path: [String], _ label: String?,
    _ neighbors: [String: Double]
  ) {
    let path = path.joined(separator: ".")
    // A text that is missing is null too; no formula is known of it.
    let formula = FormulaCatalogue.formula(for: command + "." + path)
    guard !values.isEmpty || formula != nil else { return }
    numbers.append(
      DocumentNumber(
        place: place, path: path, label: label, values: values, formula: formula,
        neighbors: neighbors))
  }

  /// What tells a row from others of the same place.
  private static func label(of members: [JSONMember]) -> String? {
    if let outcome = members.first(where: { $0.key == "outcome" })?.value.text {
      return (members.first { $0.key == "label" }?.value.text).map { "\($0): \(outcome)" }
        ?? outcome
    }
    if let scores = members.first(where: { $0.key == "scores" })?.value.text,
      let name = members.first(where: { $0.key == "label" })?.value.text
    {
      return "\(scores) \(name)"
    }
    for member in members {
      switch (member.key, member.value) {
      case ("benchmark", .string(let text)), ("reason", .string(let text)),
        ("assumption", .string(let text)):
        return text
      case ("grouped_by", .string(let attribute)): return "by \(attribute)"
      case ("first", .string(let first)):
        return members.first { $0.key == "second" }?.value.text.map { "\(first) / \($0)" } ?? first
      case ("other", .object(let group)):
        return DocumentNumber.Place.assignment(in: group).first.map { "other: \($0)" }
      case ("scored", .array(let timepoints)):
        return LedgerReason.scoredAt(timepoints.compactMap(\.text)).words
      default: continue
      }
    }
    return nil
  }
}

extension DocumentNumber.Place {
  /// The place of an object that has these members.
  fileprivate func refined(by members: [JSONMember]) -> Self {
    var place = self
    for member in members {
      switch (member.key, member.value) {
      case ("instrument", .string(let text)): place.instrument = text
      case ("timepoint", .string(let text)): place.timepoint = text
      case ("group", .object(let group)): place.values.formUnion(Self.assignment(in: group))
      default: continue
      }
    }
    place.values.formUnion(Self.assignment(in: members))
    return place
  }

  fileprivate static func assignment(in members: [JSONMember]) -> [String] {
    let texts = ["attribute", "value"].compactMap { key in
      members.first { $0.key == key }?.value.text
    }
    return texts.count == 2 ? [texts.joined(separator: "=")] : []
  }
}

extension JSONValue {
  fileprivate var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  fileprivate var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}
