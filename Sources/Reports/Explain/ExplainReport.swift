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
      blocks: (conditions.isEmpty ? [] : [.paragraph(conditions)]) + [numbers] + people)
  }

  /// One row a participant.
  package var table: Table {
    Table(
      columns: [
        Column("participant", .leading), Column("counted", .leading), Column("reason", .leading),
        Column("in_words", .leading), Column("baseline_score"), Column("score"),
      ],
      rows: (ledger?.rows ?? []).map { row in
        [
          .text(row.id), .text(row.isCounted ? "yes" : "no"), .text(row.reason.key),
          .text(row.reason.words), Self.score(row.baseline), Self.score(row.score),
        ]
      })
  }

  package var json: JSONValue {
    .object(
      [
        JSONMember("schema", .string("outcomes.explain/1")),
        JSONMember("program", .string(program)),
      ] + selection.momentMembers + [
        JSONMember("address", .string(explanation.address.text)),
        JSONMember("numbers", .array(explanation.lines.map(Self.json))),
        JSONMember("counted", ledger.map { .integer($0.counted) } ?? .null),
        JSONMember("participants", table.json),
      ])
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
  private var people: [Block] {
    guard let ledger else {
      return [.paragraph("It stands on nobody's scores here.")]
    }
    return [
      .heading(
        "Who is counted: \(ReadableNumber.integer(ledger.counted)) of"
          + " \(ReadableNumber.count(ledger.rows.count, "participant"))")
    ] + (explanation.isOfDifferentPeople ? [Self.whichPeople] : [])
      + notes("Counted", ledger.rows.filter(\.isCounted))
      + notes("Not counted", ledger.rows.filter { !$0.isCounted })
  }

  private static let whichPeople = Block.paragraph(
    "Not all of these numbers stand on the same people. Here are those of the change, or where"
      + " there is none, those of the scores; a key in the address lists those of one number.")

  private func notes(_ title: String, _ rows: [ParticipantLedger.Row]) -> [Block] {
    guard !rows.isEmpty else { return [] }
    let groups = Dictionary(grouping: rows, by: \.reason).map { reason, rows in
      (reason.words, rows.map(\.id))
    }.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
    return [
      .notes(
        title,
        groups.map { words, ids in
          "\(words), \(ReadableNumber.integer(ids.count)): \(ids.joined(separator: ", "))"
        })
    ]
  }
}
