import Documents
import Instruments
import Text

/// The report of `outcomes instruments`: every instrument that can be used.
package struct InstrumentListReport: Reportable {
  private let instruments: [Instrument]
  private let used: [InstrumentID]

  /// - Parameter used: the instruments of the current program; empty without a program.
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
          "`outcomes instruments ID` explains one. With --format json it prints a file that you can"
            + " edit and keep in the program's instruments folder."),
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
