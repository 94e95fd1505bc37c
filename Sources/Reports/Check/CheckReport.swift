import Documents
import Text

/// The report of `outcomes check`: problems with their locations, and notes.
package struct CheckReport: Reportable {
  /// The program's name; nil where its settings cannot be read.
  private let program: String?
  /// The last seals of both files as one word; nil where they were not requested.
  private let seal: String?
  private let problems: [Diagnostic]
  private let notes: [Diagnostic]

  /// - Parameter erased: the number of participants whose ids were erased.
  package init(
    program: String?, seal: String? = nil, problems: [Diagnostic], notes: [Diagnostic] = [],
    erased: Int = 0
  ) {
    self.program = program
    self.seal = seal
    self.problems = problems
    let were = erased == 1 ? "1 participant was" : "\(erased) participants were"
    self.notes = (erased == 0 ? [] : [Diagnostic("\(were) erased")]) + notes
  }

  /// True if there are problems.
  package var foundProblems: Bool { !problems.isEmpty }

  /// The paragraphs for a terminal: the seals where they were requested, then each problem; empty
  /// where there are none.
  package var paragraphs: [String] { (seal.map { [$0] } ?? []) + problems.map(\.text) }

  package var document: Document {
    let found = problems.isEmpty ? "no problems" : ReadableNumber.count(problems.count, "problem")
    return Document(
      title: [program, found].compactMap { $0 }.joined(separator: ": "),
      blocks: (seal.map { [.paragraph("Last seals: \($0)")] } ?? [])
        + [(problems, "Problems"), (notes, "Notes")].compactMap { found, title in
          found.isEmpty ? nil : .notes(title, found.map(Self.oneLine))
        })
  }

  private static func oneLine(_ problem: Diagnostic) -> String {
    let place = problem.location.map { "\($0): " } ?? ""
    let excerpt = problem.excerpt.map { " (\($0))" } ?? ""
    return place + problem.message + excerpt + (problem.remedy.map { ". Remedy: \($0)" } ?? "")
  }

  /// One row for each problem.
  package var table: Table {
    Table(
      columns: [
        Column("file", .leading), Column("line"), Column("column"), Column("key", .leading),
        Column("message", .leading), Column("excerpt", .leading), Column("remedy", .leading),
      ],
      rows: problems.map { problem in
        let place = problem.location
        return [
          text(place?.file), place?.line.map(Cell.integer) ?? .blank,
          place?.column.map(Cell.integer) ?? .blank, text(place?.keyPath), .text(problem.message),
          text(problem.excerpt), text(problem.remedy),
        ]
      })
  }

  package var json: JSONValue {
    .object([
      "schema": .string("outcomes.check/1"), "program": .optional(program),
      "seal": .optional(seal), "problems": table.json,
      "notes": .array(
        notes.map {
          .object([
            "message": .string($0.message), "excerpt": .optional($0.excerpt),
            "remedy": .optional($0.remedy),
          ])
        }),
    ])
  }

  private func text(_ value: String?) -> Cell { value.map(Cell.text) ?? .blank }
}
