import Analysis
import Text

/// A number that a command prints as JSON, with its location in the document.
struct DocumentNumber: Sendable {
  /// The instrument, timepoint and group of a number.
  struct Place: Sendable, Hashable {
    var instrument: String?
    var timepoint: String?
    /// `ATTRIBUTE=VALUE` of the group, and of the row if it is about a value of an attribute.
    var values: Set<String> = []
  }

  let place: Place
  /// The keys that lead from the place to the number: `change.percent_change`.
  let path: String
  /// The name of its row where several rows have one place: a published source, a reason, a
  /// pattern.
  let label: String?
  /// Empty where the number is undefined, two values for an interval.
  let values: [Double]
  let formula: Formula?
  /// All single numbers of the same row and of the objects around it, by key.
  let neighbors: [String: Double]
  /// All texts, lists of texts, and groups as `ATTRIBUTE=VALUE`, of the same row and of the objects
  /// around it, by key.
  let texts: [String: [String]]

  /// The text of a key in the row or in an object around it.
  func text(_ key: String) -> String? { texts[key]?.first }

  /// The last part of the path.
  var key: String { path.split(separator: ".").last.map(String.init) ?? path }

  /// All numbers of a document, in its order, including undefined ones that have a formula.
  static func all(in document: JSONValue) -> [DocumentNumber] {
    var reader = DocumentReader(command: Self.command(of: document))
    reader.read(document, Place(), path: [], label: nil, DocumentReader.Row())
    return reader.numbers
  }

  /// The command that prints a document, from its schema: `outcomes.change/1`.
  private static func command(of document: JSONValue) -> String {
    guard case .object(let members) = document,
      let schema = members.first(where: { $0.key == "schema" })?.value.text
    else { return "" }
    return String(schema.drop { $0 != "." }.dropFirst().prefix { $0 != "/" })
  }
}

/// A reader that collects the numbers of a document.
private struct DocumentReader {
  /// The numbers and texts of an object and of the objects around it.
  struct Row {
    var numbers: [String: Double] = [:]
    var texts: [String: [String]] = [:]

    func with(_ members: [JSONMember]) -> Row {
      var row = self
      for member in members {
        switch member.value {
        case .number(let number): row.numbers[member.key] = number
        case .string(let text): row.texts[member.key] = [text]
        case .array(let elements) where elements.allSatisfy({ $0.text != nil }):
          row.texts[member.key] = elements.compactMap(\.text)
        case .object(let group): row.texts[member.key] = DocumentNumber.Place.assignment(in: group)
        default: row.texts[member.key] = nil
        }
      }
      return row
    }
  }

  let command: String
  var numbers: [DocumentNumber] = []

  init(command: String) { self.command = command }

  /// Lists of places. Their keys are left out of paths, since the place identifies the element.
  private static let listsOfPlaces: Set<String> = [
    "measures", "timepoints", "flows", "comparisons", "groups",
  ]

  mutating func read(
    _ value: JSONValue, _ place: DocumentNumber.Place, path: [String], label: String?, _ row: Row
  ) {
    switch value {
    case .object(let members):
      let place = place.refined(by: members)
      let label = Self.label(of: members) ?? label
      let row = row.with(members)
      for member in members where !["group", "against"].contains(member.key) {
        let path = Self.listsOfPlaces.contains(member.key) ? path : path + [member.key]
        if let cells = Self.cells(of: member, in: row) {
          for cell in cells {
            let verdicts = cell.row.texts["cell"]?.joined(separator: " / ") ?? ""
            add([cell.count], place, path, "\(label ?? ""): \(verdicts)", cell.row)
          }
          continue
        }
        read(member.value, place, path: path, label: label, row)
      }
    case .array(let elements):
      let values = elements.compactMap(\.number)
      if !values.isEmpty {
        add(values, place, path, label, row)
      } else {
        for element in elements { read(element, place, path: path, label: label, row) }
      }
    case .number(let number): add([number], place, path, label, row)
    case .null: add([], place, path, label, row)
    case .bool, .string: break
    }
  }

  private mutating func add(
    _ values: [Double], _ place: DocumentNumber.Place, _ path: [String], _ label: String?,
    _ row: Row
  ) {
    let path = path.joined(separator: ".")
    // A missing text is null too; it has no formula.
    let formula = FormulaCatalog.formula(for: command + "." + path)
    guard !values.isEmpty || formula != nil else { return }
    numbers.append(
      DocumentNumber(
        place: place, path: path, label: label, values: values, formula: formula,
        neighbors: row.numbers, texts: row.texts))
  }

  /// The cells of a table that counts pairs of verdicts, each with its row; nil for any other
  /// member.
  private static func cells(of member: JSONMember, in row: Row) -> [(count: Double, row: Row)]? {
    guard member.key == "counts", let verdicts = row.texts["verdicts"],
      case .array(let lines) = member.value
    else { return nil }
    return zip(verdicts, lines).flatMap { first, line -> [(count: Double, row: Row)] in
      guard case .array(let counts) = line else { return [] }
      return zip(verdicts, counts).compactMap { second, count in
        var row = row
        row.texts["cell"] = [first, second]
        return count.number.map { ($0, row) }
      }
    }
  }

  /// The name that distinguishes a row from others of the same place.
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
    if let kind = members.first(where: { $0.key == "kind" })?.value.text,
      let label = members.first(where: { $0.key == "label" })?.value.text
    {
      return "\(kind): \(label)"
    }
    for member in members {
      switch (member.key, member.value) {
      case ("benchmark", .string(let text)), ("assumption", .string(let text)):
        return text
      case ("reason", .string(let text)): return text.isEmpty ? "no reason given" : text
      case ("grouped_by", .string(let attribute)): return "by \(attribute)"
      case ("first", .string(let first)):
        return members.first { $0.key == "second" }?.value.text.map { "\(first) / \($0)" } ?? first
      case ("other", .object(let group)):
        return DocumentNumber.Place.assignment(in: group).first.map { "other: \($0)" }
      case ("scored", .array(let timepoints)):
        return InclusionReason.scoredAt(timepoints.compactMap(\.text)).words
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
    [["attribute", "value"], ["group_attribute", "group_value"]].compactMap { keys in
      let texts = keys.compactMap { key in members.first { $0.key == key }?.value.text }
      return texts.count == 2 ? texts.joined(separator: "=") : nil
    }
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
