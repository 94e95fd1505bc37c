import Instruments
import Records
import XCTest

@testable import Analysis

/// Who is due and who is lost to follow-up is the same in every analysis: due are those scored,
/// those who withdrew before the window closed, and those whose window has closed; lost to
/// follow-up are those due and not scored.
final class WindowsTests: XCTestCase {
  func testEveryAnalysisCountsTheSamePeopleAsDueAndAsLost() async throws {
    var (open, lost) = (0, 0)
    for seed in 1...40 as ClosedRange<UInt64> {
      var cohort = RandomCohort(seed: seed).cohort
      cohort.savings = .tenDollars()
      for day in [40, 75, 110, 365] {
        for inWindowOnly in [false, true] {
          let selection = CohortSelection.on(day, inWindowOnly: inWindowOnly)
          let table = try cohort.table
          let summary = await CohortSummary(table, selection)
          let attrition = AttritionSummary(table, selection, instruments: [0, 1])
          let place = "seed \(seed), day \(day), in window only: \(inWindowOnly)"
          for (instrument, measure) in summary.measures.enumerated() {
            for (number, point) in measure.timepoints.enumerated() {
              let expected = Expected(table, selection, instrument: instrument, timepoint: number)
              XCTAssertEqual(point.denominators.due, expected.due, place)
              XCTAssertEqual(point.denominators.lostToFollowUp, expected.lost, place)
              XCTAssertEqual(point.denominatorsSinceBaseline.due, expected.dueSinceBaseline, place)
              let flow = attrition.flows[instrument].timepoints[number]
              XCTAssertEqual(flow.denominators, point.denominators, place)
              XCTAssertEqual(
                flow.comparison?.left.n, number == 0 ? nil : expected.lostSinceBaseline, place)
              open += expected.hasUnscoredWhileOpen ? 1 : 0
              lost += expected.lost
              guard instrument == 0, number > 0 else { continue }
              let savings = try XCTUnwrap(
                SavingsEstimate(table, selection, timepoint: point.timepoint.id))
              XCTAssertEqual(savings.lost, expected.lostSinceBaseline, place)
              XCTAssertEqual(savings.sinceBaseline, point.denominatorsSinceBaseline, place)
              XCTAssertEqual(
                savings.lostUnchanged.participants, expected.dueSinceBaseline, place)
            }
          }
        }
      }
    }
    XCTAssertGreaterThan(open, 100, "assessments without a score while the window is open")
    XCTAssertGreaterThan(lost, 1000)
  }
}

/// The definition, person by person, from the columns of the table.
private struct Expected {
  private(set) var due = 0
  private(set) var lost = 0
  private(set) var dueSinceBaseline = 0
  private(set) var lostSinceBaseline = 0
  /// Whether anyone has an assessment without a score that counts while the window is open.
  private(set) var hasUnscoredWhileOpen = false

  init(_ table: CohortColumns, _ selection: CohortSelection, instrument: Int, timepoint: Int) {
    for person in 0..<table.participants.count {
      let enrolled = table.participants.enrolledOn[person].daysSinceEpoch
      guard enrolled <= selection.asOf.daysSinceEpoch else { continue }
      let closes = enrolled + Self.window(table, timepoint).upperBound
      let withdrawn = table.participants.withdrawnOn[person]?.daysSinceEpoch
      let isScored = Self.isScored(table, selection, instrument, timepoint, person)
      let hasClosed = closes < selection.asOf.daysSinceEpoch
      let hasWithdrawn =
        withdrawn.map { $0 <= closes && $0 <= selection.asOf.daysSinceEpoch } ?? false
      let isDue = isScored || hasWithdrawn || hasClosed
      let column = table.column(instrument: instrument, timepoint: timepoint)
      let isAssessed =
        column.map { person < $0.count && $0.scores[person] != ScoreColumn.absent } ?? false
      hasUnscoredWhileOpen = hasUnscoredWhileOpen || isAssessed && !isDue
      due += isDue ? 1 : 0
      lost += isDue && !isScored ? 1 : 0
      guard Self.isScored(table, selection, instrument, 0, person) else { continue }
      dueSinceBaseline += isDue ? 1 : 0
      lostSinceBaseline += isDue && !isScored ? 1 : 0
    }
  }

  private static func window(_ table: CohortColumns, _ timepoint: Int) -> ClosedRange<Int32> {
    let timepoint = table.program.timepoints[timepoint]
    return Int32(timepoint.day - timepoint.early)...Int32(timepoint.day + timepoint.late)
  }

  private static func isScored(
    _ table: CohortColumns, _ selection: CohortSelection, _ instrument: Int, _ timepoint: Int,
    _ person: Int
  ) -> Bool {
    guard let column = table.column(instrument: instrument, timepoint: timepoint),
      person < column.count, column.scores[person] >= 0
    else { return false }
    let date = column.dates[person]
    let enrolled = table.participants.enrolledOn[person].daysSinceEpoch
    let withdrawn = table.participants.withdrawnOn[person]?.daysSinceEpoch ?? .max
    return date <= selection.asOf.daysSinceEpoch && date <= withdrawn
      && (!selection.inWindowOnly || window(table, timepoint).contains(date - enrolled))
  }
}
