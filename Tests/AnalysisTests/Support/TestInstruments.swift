import Instruments
import XCTest

/// Questionnaires of which totals are entered, as a program's own.
enum TestInstruments {
  static func all() throws -> [Instrument] {
    [
      try total("distress", .lowerIsBetter, .points),
      try total("wellbeing", .higherIsBetter, .points),
      try total("t-score", .lowerIsBetter, .tScore),
    ]
  }

  private static func total(
    _ id: String, _ direction: Direction, _ metric: Metric
  ) throws -> Instrument {
    Instrument(
      id: try XCTUnwrap(InstrumentID(rawValue: id)), name: id, title: id, construct: id,
      direction: direction, metric: metric, items: [], scoring: .entered(fractions: true),
      range: 0...1000)
  }
}
