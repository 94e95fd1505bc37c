import Analysis
import Text

/// What `outcomes explain` prints.
package struct ExplainReport: Reportable {
  private let explanation: Explanation
  private let ledger: ParticipantLedger?
  private let program: String
  private let selection: CohortSelection

  /// - Parameters:
  ///   - ledger: nil where the numbers stand on nobody.
  ///   - program: its name.
  ///   - selection: as it was typed, without what the address adds.
  package init(
    _ explanation: Explanation, _ ledger: ParticipantLedger?, program: String,
    _ selection: CohortSelection
  ) {
    self.explanation = explanation
    self.ledger = ledger
    self.program = program
    self.selection = selection
  }

  package var report: Report {
    let conditions = selection.sentences.joined(separator: " ")
    return Report(
      title: "\(program): \(explanation.address.text) as of \(selection.moment)",
      blocks: (conditions.isEmpty ? [] : [.paragraph(conditions)]) + [numbers] + whoIsCounted)
  }

  package var table: Table { rows.table }

  package var people: PeopleTable? { rows }

  /// One row a participant; none where the numbers stand on nobody.
  private var rows: PeopleTable {
    let columns = [
      Column("participant", .leading), Column("counted", .leading), Column("reason", .leading),
      Column("in_words", .leading), Column("baseline_score"), Column("score"),
    ]
    guard let ledger else {
      return PeopleTable(columns: columns, ends: [], count: 0) { _ in ("", 0) }
    }
    let ends: [[Cell]] = ledger.entries.map { entry in
      [
        .flag(entry.isCounted), .text(entry.reason.key), .text(entry.reason.words),
        Self.score(entry.baseline), Self.score(entry.score),
      ]
    }
    return PeopleTable(columns: columns, ends: ends, count: ledger.count) { position in
      let (id, entry) = ledger[position]
      return (id, entry)
    }
  }

  package var json: JSONValue { PeopleJSON(rows, after: membersBeforePeople).whole }

  package var membersBeforePeople: [JSONMember] {
    [
      JSONMember("schema", .string("outcomes.explain/1")),
      JSONMember("program", .string(program)),
    ] + selection.momentMembers + [
      JSONMember("address", .string(explanation.address.text)),
      JSONMember("numbers", .array(explanation.lines.map(Self.json))),
      JSONMember("counted", ledger.map { .integer($0.counted) } ?? .null),
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

  /// Who is counted and who is not, by reason, the reasons in the order of their words.
  private var whoIsCounted: [Block] {
    guard let ledger else {
      return [.paragraph("It stands on nobody's scores here.")]
    }
    return [
      .heading(
        "Who is counted: \(ReadableNumber.integer(ledger.counted)) of"
          + " \(ReadableNumber.count(ledger.count, "participant"))")
    ] + (explanation.isOfDifferentPeople ? [Self.whichPeople] : []) + notes(ledger)
  }

  private static let whichPeople = Block.paragraph(
    "Not all of these numbers stand on the same people. Here are those of the change, or where"
      + " there is none, those of the scores; a key in the address lists those of one number.")

  /// The people with one reason.
  private struct Group {
    let isCounted: Bool
    let words: String
    var count = 0
    var ids = ""
  }

  private func notes(_ ledger: ParticipantLedger) -> [Block] {
    var groups: [Group] = []
    var numbers: [LedgerAnswer: Int] = [:]
    let groupOfEntry = ledger.entries.map { entry in
      let answer = LedgerAnswer(isCounted: entry.isCounted, reason: entry.reason)
      if let number = numbers[answer] { return number }
      numbers[answer] = groups.count
      groups.append(Group(isCounted: entry.isCounted, words: entry.reason.words))
      return groups.count - 1
    }
    for position in 0..<ledger.count {
      let (id, entry) = ledger[position]
      let number = groupOfEntry[entry]
      groups[number].ids += groups[number].count == 0 ? id : ", " + id
      groups[number].count += 1
    }
    groups.sort { $0.words.utf8.lexicographicallyPrecedes($1.words.utf8) }
    return [("Counted", true), ("Not counted", false)].compactMap { title, isCounted in
      let notes = groups.filter { $0.isCounted == isCounted }.map {
        "\($0.words), \(ReadableNumber.integer($0.count)): \($0.ids)"
      }
      return notes.isEmpty ? nil : .notes(title, notes)
    }
  }

  /// What a group of people has in common.
  private struct LedgerAnswer: Hashable {
    let isCounted: Bool
    let reason: LedgerReason
  }
}
