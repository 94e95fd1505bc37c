import TestSupport
import XCTest

@testable import Analysis

final class ScoreStatusTallyTests: XCTestCase {
  /// One participant's place in a tally.
  private struct Combination: Hashable {
    let group: Int
    let baseline: Int32
    let status: String
  }

  /// The first tally has room for a full table, the others have not: for the number of scores, or
  /// for the number of groups.
  func testFullAndSparseTablesAgreeWithPlainCounting() {
    for (codes, groups) in [(40, 2), (40, 1000), (700, 1)] {
      var generator = SeededGenerator(seed: UInt64(codes + groups))
      var group: [Int32] = []
      var baseline: [Int32] = []
      var statuses: [ScoreStatus] = []
      var plain: [Combination: Int] = [:]
      for _ in 0..<5000 {
        group.append(Int32.random(in: -1..<2, using: &generator))
        baseline.append(Int32.random(in: -1..<3, using: &generator))
        statuses.append(status(codes, &generator))
        guard group.last != SelectedCohort.none, let last = statuses.last else { continue }
        let combination = Combination(
          group: Int(group[group.count - 1]), baseline: baseline[baseline.count - 1],
          status: "\(last)")
        plain[combination, default: 0] += 1
      }
      var tally = ScoreStatusTally(codes: codes, groups: groups)
      tally.count(groups: group, baseline: baseline) { statuses[$0] }
      var found: [Combination: Int] = [:]
      tally.forEach { group, baseline, status, times in
        let combination = Combination(group: group, baseline: baseline, status: "\(status)")
        XCTAssertNil(found.updateValue(times, forKey: combination), "\(combination) twice")
      }
      XCTAssertEqual(found, plain, "\(codes), \(groups)")
    }
  }

  func testNobodyIsNoCombination() {
    let tally = ScoreStatusTally(codes: 0, groups: 1)
    tally.forEach { _, _, status, _ in XCTFail("\(status)") }
  }

  /// Any status, with a score near the largest code.
  private func status(_ codes: Int, _ generator: inout SeededGenerator) -> ScoreStatus {
    let others: [ScoreStatus] = [.notScorable, .outsideWindow, .withdrawn, .notDue, .notAssessed]
    let choice = Int.random(in: 0..<8, using: &generator)
    guard choice >= others.count else { return others[choice] }
    let score = Int32.random(in: Int32(codes - 3)..<Int32(codes), using: &generator)
    return .scored(score, inWindow: Bool.random(using: &generator))
  }
}
