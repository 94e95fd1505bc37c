import Instruments
import Records
import Text
import XCTest

/// The program that these tests read records against.
enum SampleProgram {
  /// Three questionnaires, one of which is entered as a total, at three timepoints.
  static func program(_ store: LineFormat = .csv) throws -> Program {
    try Program(
      settings: settings(store), available: BuiltInInstruments.all + [enteredTotal()],
      file: "program.json")
  }

  static func settings(_ store: LineFormat = .csv) throws -> ProgramSettings {
    ProgramSettings(
      name: "Riverside peer support", store: store,
      timepoints: [
        Timepoint(id: try timepoint("baseline"), day: 0, early: 0, late: 14),
        Timepoint(id: try timepoint("day30"), day: 30, early: 7, late: 14),
        Timepoint(id: try timepoint("day90"), day: 90, early: 14, late: 30),
      ],
      instruments: try ["ucla-3", "healthy-days", "total-63"].map(instrument),
      attributes: ["site", "age_band"])
  }

  private static func enteredTotal() throws -> Instrument {
    Instrument(
      id: try instrument("total-63"), name: "TOTAL-63", title: "A total of 63",
      construct: "distress", direction: .lowerIsBetter, items: [],
      scoring: .entered(fractions: true), range: 0...63)
  }

  static func timepoint(_ name: String) throws -> TimepointID {
    try XCTUnwrap(TimepointID(rawValue: name))
  }

  static func instrument(_ name: String) throws -> InstrumentID {
    try XCTUnwrap(InstrumentID(rawValue: name))
  }

  static func participant(_ name: String) throws -> ParticipantID {
    try XCTUnwrap(ParticipantID(rawValue: name))
  }

  static func date(_ text: String) throws -> CalendarDate {
    try XCTUnwrap(CalendarDate(text))
  }

  static func timestamp(_ text: String) throws -> Timestamp {
    try XCTUnwrap(Timestamp(text))
  }
}
