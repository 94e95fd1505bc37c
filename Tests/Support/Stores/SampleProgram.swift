import Instruments
import Records
import Text
import XCTest

/// The programs that tests read records against, and the values of their records.
package enum SampleProgram {
  /// The settings of a program that asks in the usual windows around its timepoints.
  /// - Parameter timepoints: their ids, and the days after enrollment.
  package static func settings(
    _ store: LineFormat = .csv,
    timepoints: [(id: String, day: Int)] = [("baseline", 0), ("day30", 30), ("day90", 90)],
    instruments: [String] = ["ucla-3", "healthy-days", "total-63"],
    attributes: [String] = ["site", "age_band"],
    savings: SavingsRate? = nil, valuations: [Valuation] = []
  ) throws -> ProgramSettings {
    ProgramSettings(
      name: "Riverside peer support", store: store,
      timepoints: try Timepoint.withUsualWindows(
        timepoints.map { (id: try timepoint($0.id), day: $0.day) }),
      instruments: try instruments.map(instrument), attributes: attributes, savings: savings,
      valuations: valuations)
  }

  /// - Parameter own: the instruments that the program has defined itself.
  package static func program(
    _ settings: ProgramSettings, own: [Instrument] = []
  ) throws -> Program {
    try Program(
      settings: settings, available: BuiltInInstruments.all + own, file: "program.json")
  }

  /// Three questionnaires, one of which is entered as a total, at three timepoints.
  package static func program(_ store: LineFormat = .csv) throws -> Program {
    let total = Instrument(
      id: try instrument("total-63"), name: "TOTAL-63", title: "A total of 63",
      construct: "distress", direction: .lowerIsBetter, items: [],
      scoring: .entered(fractions: true), range: 0...63)
    return try program(settings(store), own: [total])
  }

  package static func timepoint(_ name: String) throws -> TimepointID {
    try XCTUnwrap(TimepointID(rawValue: name))
  }

  package static func instrument(_ name: String) throws -> InstrumentID {
    try XCTUnwrap(InstrumentID(rawValue: name))
  }

  package static func participant(_ name: String) throws -> ParticipantID {
    try XCTUnwrap(ParticipantID(rawValue: name))
  }

  package static func date(_ text: String) throws -> CalendarDate {
    try XCTUnwrap(CalendarDate(text))
  }

  package static func timestamp(_ text: String) throws -> Timestamp {
    try XCTUnwrap(Timestamp(text))
  }
}
