import Documents
import Analysis
import Text

/// The report of `outcomes explain`.
package struct ExplainReport: Reportable {
  private let explanation: Explanation
  private let program: String
  private let selection: CohortSelection

  /// - Parameters:
  ///   - program: the program's name.
  ///   - selection: the selection as entered, without the values in the address.
  package init(_ explanation: Explanation, program: String, _ selection: CohortSelection) {
    self.explanation = explanation
    self.program = program
    self.selection = selection
  }

  private var list: ParticipantList? { explanation.people.list }

  package var document: Document {
    let conditions = selection.sentences.joined(separator: " ")
    return Document(
      title: "\(program): \(explanation.address.text) as of \(selection.moment)",
      blocks: (conditions.isEmpty ? [] : [.paragraph(conditions)]) + [numbers] + participants)
  }

  package var table: Table { rows.whole }

  package var people: StreamedTable? { rows }

  /// One row for each participant; none where the number does not depend on participants.
  private var rows: StreamedTable {
    let list = list
    let columns = [
      Column("counted", .leading), Column("reason", .leading), Column("in_words", .leading),
      Column("baseline_score"), Column("score"),
    ]
    let ends: [[Cell]] =
      list?.entries.map { entry in
        [
          .flag(entry.isIncluded), .text(entry.reason.key), .text(entry.reason.words),
          Self.score(entry.baseline), Self.score(entry.score),
        ]
      } ?? []
    let numbers = list?.numbers ?? []
    return StreamedTable(
      Column("participant", .leading),
      columns.enumerated().map { position, column in
        .init(column, cells: ends.map { $0[position] }, indices: numbers)
      }, count: numbers.count
    ) { list?.id($0) ?? "" }
  }

  package var json: JSONValue { streamedJSON(rows).whole }

  package var membersBeforePeople: [JSONMember] {
    [
      JSONMember("schema", .string("outcomes.explain/1")),
      JSONMember("program", .string(program)),
    ] + selection.momentMembers + [
      JSONMember("address", .string(explanation.address.text)),
      JSONMember("numbers", .array(explanation.lines.map(Self.json))),
      JSONMember("people", .string(explanation.people.key)),
      JSONMember("people_in_words", .string(explanation.people.words)),
      JSONMember("counted", list.map { .integer($0.included) } ?? .null),
    ]
  }

  private static func json(of line: Explanation.Line) -> JSONValue {
    let values = line.number.values.map(JSONValue.number)
    return .object([
      "key": .string(line.number.path),
      "of": .optional(line.number.label),
      "value": values.count > 1 ? .array(values) : values.first ?? .null,
      "words": .optional(line.formula?.words),
      "arithmetic": .optional(line.formula?.arithmetic),
      "with_numbers": .optional(line.filled),
      "source": .optional(line.formula?.source),
      "people": .string(line.people?.relation.rawValue ?? Explanation.People.none.key),
    ])
  }

  private static func score(_ value: Double?) -> Cell {
    value.map { .decimal($0, decimals: ReadableNumber.decimals(for: [$0])) } ?? .blank
  }

  private var numbers: Block {
    .notes(
      "Numbers",
      explanation.lines.map { line in
        let label = line.number.label.map { " (\($0))" } ?? ""
        let name = "\(line.number.path)\(label) = \(line.text)"
        guard let formula = line.formula else { return name }
        let arithmetic = formula.arithmetic.map { "; \($0)" } ?? ""
        let filled = line.filled.map { " = \($0)" } ?? ""
        return "\(name): \(formula.words)\(arithmetic)\(filled) (\(formula.source))"
      })
  }

  /// The participants included and not included, by reason, sorted by the reason's words.
  private var participants: [Block] {
    guard let list else { return [.paragraph(explanation.people.words)] }
    return [
      .heading(
        "\(explanation.people.heading): \(ReadableNumber.integer(list.included)) of"
          + " \(ReadableNumber.count(list.count, "participant"))")
    ] + (explanation.people.isCounted ? [] : [.paragraph(explanation.people.words)]) + notes(list)
  }

  /// The participants with one reason.
  private struct Group {
    let isIncluded: Bool
    let words: String
    var count = 0
    var ids = ""
  }

  private func notes(_ list: ParticipantList) -> [Block] {
    var groups: [Group] = []
    var numbers: [Answer: Int] = [:]
    let groupOfEntry = list.entries.map { entry in
      let answer = Answer(isIncluded: entry.isIncluded, reason: entry.reason)
      if let number = numbers[answer] { return number }
      numbers[answer] = groups.count
      groups.append(Group(isIncluded: entry.isIncluded, words: entry.reason.words))
      return groups.count - 1
    }
    for (position, entry) in list.numbers.enumerated() {
      let id = list.id(position)
      let number = groupOfEntry[Int(entry)]
      groups[number].ids += groups[number].count == 0 ? id : ", " + id
      groups[number].count += 1
    }
    groups.sort { $0.words.utf8.lexicographicallyPrecedes($1.words.utf8) }
    return explanation.people.titles.compactMap { title, isIncluded in
      let notes = groups.filter { $0.isIncluded == isIncluded }.map {
        "\($0.words), \(ReadableNumber.integer($0.count)): \($0.ids)"
      }
      return notes.isEmpty ? nil : .notes(title, notes)
    }
  }

  /// The key by which participants are grouped.
  private struct Answer: Hashable {
    let isIncluded: Bool
    let reason: InclusionReason
  }
}

extension Explanation.People {
  /// The key in CSV and JSON.
  var key: String {
    switch self {
    case .counted: Formula.Relation.counts.rawValue
    case .computedFrom: Formula.Relation.computedFrom.rawValue
    case .several: "several"
    case .none: "none"
    }
  }

  fileprivate var words: String {
    switch self {
    case .counted: "The number counts these participants."
    case .computedFrom:
      "The number is not a count of participants; it is computed from these participants' data."
    case .several(_, let part):
      "These numbers do not all include the same participants. Listed here: \(part.words). To list"
        + " those of one number, add its key to the address, or --of with the name of its row."
    case .none:
      "The number does not depend on any participant's data."
    }
  }

  /// True if the heading needs no further sentence.
  fileprivate var isCounted: Bool {
    if case .counted = self { true } else { false }
  }

  fileprivate var heading: String {
    switch self {
    case .counted: "Who is counted"
    case .computedFrom: "Whose data it is computed from"
    case .several, .none: "Who is listed"
    }
  }

  /// The titles of the lists of included and of other participants.
  fileprivate var titles: [(String, Bool)] {
    switch self {
    case .counted: [("Counted", true), ("Not counted", false)]
    case .computedFrom, .several, .none: [("Included", true), ("Not included", false)]
    }
  }
}
