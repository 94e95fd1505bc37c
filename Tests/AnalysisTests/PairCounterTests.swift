import Statistics
import XCTest

@testable import Analysis

final class PairCounterTests: XCTestCase {
  /// The first counter has room for a full table, the others have not: for the number of scores, or
  /// for the number of counters.
  func testFullAndSparseTablesAgreeWithPlainCounting() {
    for (codes, counters) in [(40, 1), (40, 100_000), (700, 1)] {
      var generator = SeededGenerator(state: UInt64(codes + counters))
      let values = (0..<codes).map { Double($0) / 4 }
      var counter = PairCounter(codes: codes, counters: counters)
      var plain: [(baseline: Double, followUp: Double)] = []
      for _ in 0..<5000 {
        let before = Int32.random(in: 0..<Int32(min(codes, 50)), using: &generator)
        let after = Int32.random(in: Int32(codes - 30)..<Int32(codes), using: &generator)
        counter.add(before, after)
        plain.append((values[Int(before)], values[Int(after)]))
      }
      XCTAssertEqual(counter.table(values), PairedFrequencyTable(plain), "\(codes), \(counters)")
    }
  }

  func testNumbersOfOneScoreWrittenTwiceAreOneScore() {
    var counter = PairCounter(codes: 3)
    counter.add(0, 2)
    counter.add(1, 2)
    counter.add(0, 2)
    XCTAssertEqual(
      counter.table([8, 8, 5]).cells, [.init(baseline: 8, followUp: 5, count: 3)])
  }

  func testNoScoresAtAll() {
    XCTAssertEqual(PairCounter(codes: 0).table([]).total, 0)
  }
}
