import Analysis
import Documents
import Text

/// The report of `outcomes reenter --report`: the errors that second entries found.
package struct ReentryReport: Reportable {
  private let analysis: ReentryAnalysis

  package init(_ analysis: ReentryAnalysis) {
    self.analysis = analysis
  }

  package var document: Document {
    Document(
      title: "\(analysis.program) · second entry",
      blocks: [.paragraph(opening)]
        + (analysis.forms == 0 ? [] : [all] + items + people + [Self.notes]))
  }

  /// The number of forms, the errors, and the restrictions of the report.
  private var opening: String {
    guard analysis.forms > 0 else {
      return (["No form was entered a second time."] + restrictions).joined(separator: " ")
    }
    let errors = analysis.answers
    let compared =
      "\(ReadableNumber.count(analysis.forms, "form")), "
      + "\(ReadableNumber.count(errors.compared, "answer")): "
      + "\(ReadableNumber.integer(errors.differed)) differed, and "
      + "\(ReadableNumber.count(errors.errors, "error")) of the first entry"
    return ([compared + rate + "."] + verdict + samePerson + restrictions).joined(separator: " ")
  }

  private var rate: String {
    let errors = analysis.answers
    guard let rate = errors.perThousand, let interval = errors.perThousandInterval else {
      return ""
    }
    let ends = [interval.lower, interval.upper].map { ReadableNumber.decimal($0, decimals: 1) }
    return ": \(ReadableNumber.decimal(rate, decimals: 1)) per 1,000 answers"
      + " (95 % CI \(ends[0]) to \(ends[1]))"
  }

  /// How often the paper agreed with either entry.
  private var verdict: [String] {
    let errors = analysis.answers
    let counts = [
      (errors.paperAsFirst, "the first entry"), (errors.paperAsSecond, "the second entry"),
      (errors.paperAsNeither, "neither"),
    ].filter { $0.0 > 0 }
    guard !counts.isEmpty else { return [] }
    let words = counts.map { count, entry in
      "with \(entry)" + (errors.differed > 1 ? " in \(ReadableNumber.integer(count))" : "")
    }
    return ["The paper agreed \(words.listed("and"))."]
  }

  private var samePerson: [String] {
    guard analysis.formsBySamePerson > 0 else { return [] }
    let forms = ReadableNumber.count(analysis.formsBySamePerson, "form")
    return ["The same person entered \(forms) twice."]
  }

  private var restrictions: [String] {
    let place = [analysis.instrument?.name, analysis.timepoint.map { "at \($0)" }]
      .compactMap { $0 }.joined(separator: " ")
    return (place.isEmpty ? [] : ["Only forms \(analysis.instrument == nil ? "" : "of ")\(place)."])
      + analysis.selection.sentences
  }

  private var all: Block {
    let rows = [("answers and totals", analysis.answers), ("dates", analysis.dates)]
    return .table(
      Table(
        columns: [
          Column("field", .leading), Column("compared"), Column("differed"),
          Column("paper as first"), Column("as second"), Column("as neither"), Column("errors"),
        ],
        rows: rows.map { name, errors in
          [
            .text(name), .integer(errors.compared), .integer(errors.differed),
            .integer(errors.paperAsFirst), .integer(errors.paperAsSecond),
            .integer(errors.paperAsNeither), .integer(errors.errors),
          ]
        }))
  }

  private var items: [Block] {
    [
      .heading("By item"),
      .table(
        Table(
          columns: [Column("measure", .leading), Column("item", .leading)]
            + EntryErrorFields.columns,
          rows: analysis.items.map { item in
            [.text(item.instrument.name), .text(item.number.map(String.init) ?? "total")]
              + EntryErrorFields.cells(of: item.errors)
          })),
    ]
  }

  private var people: [Block] {
    [
      .heading("By person who entered first"),
      .table(
        Table(
          columns: [Column("person", .leading), Column("forms")] + EntryErrorFields.columns,
          rows: analysis.people.map { person in
            [.text(person.name), .integer(person.forms)]
              + EntryErrorFields.cells(of: person.errors)
          })),
    ]
  }

  private static let notes = Block.notes(
    "How to read this",
    [
      "An error is a field of the first entry for which the paper says something else. The paper"
        + " was looked at where the two entries differed; an error that both made is not found.",
      "Each second entry counts, including one of a form that was later changed, moved or voided.",
      "The intervals are Wilson's, and treat the fields as independent of each other.",
    ])

  // MARK: For machines

  package var table: Table {
    let keys = [
      Column("fields", .leading), Column("instrument", .leading), Column("item"),
      Column("person", .leading), Column("forms"),
    ]
    func row(_ cells: [Cell], _ errors: EntryErrors) -> [Cell] {
      cells + EntryErrorFields.all.cells(of: errors)
    }
    let forms = Cell.integer(analysis.forms)
    return Table(
      columns: keys + EntryErrorFields.all.map(\.column),
      rows: [
        row([.text("answers"), .blank, .blank, .blank, forms], analysis.answers),
        row([.text("dates"), .blank, .blank, .blank, forms], analysis.dates),
      ]
        + analysis.items.map { item in
          row(
            [
              .text(item.number == nil ? "total" : "item"),
              .text(item.instrument.id.rawValue), item.number.map(Cell.integer) ?? .blank, .blank,
              .blank,
            ], item.errors)
        }
        + analysis.people.map { person in
          row(
            [.text("person"), .blank, .blank, .text(person.name), .integer(person.forms)],
            person.errors)
        })
  }

  package var json: JSONValue {
    func object(_ members: [JSONMember], _ errors: EntryErrors) -> JSONValue {
      .object(members + EntryErrorFields.all.members(of: errors))
    }
    return .object([
      JSONMember("schema", .string("outcomes.reentry/1")),
      JSONMember("program", .string(analysis.program)),
      JSONMember("timepoint", .optional(analysis.timepoint?.rawValue)),
      JSONMember("instrument", .optional(analysis.instrument?.id.rawValue)),
      JSONMember("forms", .integer(analysis.forms)),
      JSONMember("forms_by_same_person", .integer(analysis.formsBySamePerson)),
      JSONMember("answers", object([], analysis.answers)),
      JSONMember("dates", object([], analysis.dates)),
      JSONMember(
        "items",
        .array(
          analysis.items.map { item in
            object(
              [
                JSONMember("instrument", .string(item.instrument.id.rawValue)),
                JSONMember("item", item.number.map { .integer($0) } ?? .null),
              ], item.errors)
          })),
      JSONMember(
        "people",
        .array(
          analysis.people.map { person in
            object(
              [
                JSONMember("person", .string(person.name)),
                JSONMember("forms", .integer(person.forms)),
              ], person.errors)
          })),
    ])
  }
}
