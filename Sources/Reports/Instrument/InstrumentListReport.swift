import Documents
import Instruments
import Text

/// What `outcomes instruments` says: every instrument that can be used.
package struct InstrumentListReport: Reportable {
  private let instruments: [Instrument]
  /// Those that the program at hand uses.
  private let used: [InstrumentID]

  /// - Parameter used: those that the program at hand uses; empty without a program.
  package init(_ instruments: [Instrument], used: [InstrumentID]) {
    self.instruments = instruments
    self.used = used
  }

  package var document: Document {
    Document(
      title: "Instruments",
      blocks: [
        .table(table),
        .paragraph(
          "`outcomes instruments ID` explains one; add --format json to print it as a file that a "
            + "program can change and keep in its instruments folder."),
      ])
  }

  package var table: Table {
    Table(
      columns: [
        Column("id", .leading), Column("name", .leading), Column("construct", .leading),
        Column("items"), Column("range", .leading), Column("better", .leading),
        Column("used here", key: "used", .leading),
      ],
      rows: instruments.map { instrument in
        [
          .text(instrument.id.rawValue), .text(instrument.name), .text(instrument.construct),
          .integer(instrument.items.count), .text(instrument.allowedScores),
          .text(instrument.direction == .lowerIsBetter ? "lower" : "higher"),
          .flag(used.contains(instrument.id)),
        ]
      })
  }

  package var json: JSONValue {
    .object([
      "schema": .string("outcomes.instruments/1"),
      "instruments": .array(
        instruments.map { instrument in
          .object([
            "id": .string(instrument.id.rawValue), "name": .string(instrument.name),
            "construct": .string(instrument.construct), "items": .integer(instrument.items.count),
            "range": .array([
              .number(instrument.range.lowerBound), .number(instrument.range.upperBound),
            ]),
            "direction": .string(instrument.direction.rawValue),
            "used": .bool(used.contains(instrument.id)),
          ])
        }),
    ])
  }
}
