import Documents
import Analysis
import Foundation
import Instruments
import Records
import TestSupport
import Text
import XCTest

/// Cohorts for these tests, read from lines as a store holds them.
struct HandMadeCohort {
  let table: CohortColumns
  let selection: CohortSelection

  var program: Program { table.program }
  var summary: CohortSummary { get async { await CohortSummary(table, selection) } }

  /// The ten people of Fixtures/Goldens/summary-cohort: one not scorable at baseline, one
  /// withdrawn, one not due, one outside the window, some lost, some scored without a baseline.
  static func ofTen(
    groupedBy attribute: String? = nil, savings: SavingsRate? = .ofTests,
    valuations: [Valuation] = [],
    inWindowOnly: Bool = false
  ) throws -> HandMadeCohort {
    try HandMadeCohort(
      instruments: ["ucla-3", "ons-life-satisfaction", "promis-gmh", "healthy-days"],
      savings: savings, valuations: valuations,
      participants: Array(Fixtures.lines("Goldens/summary-cohort/participants.csv").dropFirst()),
      scores: Array(Fixtures.lines("Goldens/summary-cohort/scores.csv").dropFirst()),
      groupedBy: attribute, inWindowOnly: inWindowOnly)
  }

  /// People with totals of one instrument, at baseline and day 30; a missing total is nil.
  static func of(
    _ instrument: String, _ totals: [(baseline: Double?, followUp: Double?)],
    savings: SavingsRate? = nil, valuations: [Valuation] = []
  ) throws -> HandMadeCohort {
    let ids = totals.indices.map { "P\($0 + 1)" }
    return try HandMadeCohort(
      instruments: [instrument], savings: savings, valuations: valuations,
      participants: ids.map { "\($0),2026-01-05,enroll,2026-01-05T09:00:00Z,ada,,north," },
      scores: zip(ids, totals).flatMap { id, totals in
        [
          totals.baseline.map { line(id, "baseline", instrument, "2026-01-05", $0) },
          totals.followUp.map { line(id, "day30", instrument, "2026-02-04", $0) },
        ].compactMap(\.self)
      },
      timepoints: [("baseline", 0), ("day30", 30)])
  }

  init(
    instruments: [String], savings: SavingsRate?, valuations: [Valuation] = [],
    participants: [String], scores: [String],
    timepoints: [(id: String, day: Int)] = [("baseline", 0), ("day30", 30), ("day90", 90)],
    groupedBy attribute: String? = nil, inWindowOnly: Bool = false
  ) throws {
    let settings = try SampleProgram.settings(
      timepoints: timepoints, instruments: instruments, attributes: ["site"], savings: savings,
      valuations: valuations)
    table = try StoreLines(participants: participants, scores: scores)
      .table(SampleProgram.program(settings))
    selection = CohortSelection(
      asOf: try SampleProgram.date("2026-05-31"), groupedBy: attribute,
      inWindowOnly: inWindowOnly)
  }

  private static func line(
    _ id: String, _ timepoint: String, _ instrument: String, _ date: String, _ total: Double
  ) -> String {
    "\(id),\(timepoint),\(instrument),\(date),,\(NumberText.shortest(total)),record,"
      + "\(date)T10:00:00Z,ada,,"
  }
}

extension SavingsRate {
  /// The rate that a new program starts with.
  static let ofTests = InstrumentID(rawValue: "healthy-days").map(SavingsRate.humana2019)
}

extension JSONValue {
  /// The member of an object under a key, or the element of a list, if there is one.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  subscript(index: Int) -> JSONValue? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// The number that this is, if it is one.
  var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// The keys of an object in their order.
  var keys: [String] {
    guard case .object(let members) = self else { return [] }
    return members.map(\.key)
  }
}
