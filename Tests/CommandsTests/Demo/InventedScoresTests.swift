import XCTest

@testable import Commands

final class InventedScoresTests: XCTestCase {
  private let people: [InventedParticipant] = {
    var generator = SeededGenerator(seed: 3)
    let timepoints = InventedCohort.settings(store: .csv).timepoints
    return (0..<3000).map { _ in
      InventedParticipant(timepoints: timepoints, questionnaires: 4, using: &generator)
    }
  }()

  private func columns(_ number: Int) -> [[Int]] {
    var generator = SeededGenerator(seed: UInt64(number))
    return InventedScores(
      InventedMeasure.all[number], questionnaire: number, of: people, using: &generator
    ).columns
  }

  func testMeansOfPairsAreAsPlanned() {
    for (number, measure) in InventedMeasure.all.enumerated() {
      let columns = columns(number)
      for (index, remaining) in measure.remaining.enumerated() {
        let pairs = people.indices.filter {
          people[$0].hasChange(questionnaire: number, timepoint: index + 1)
        }
        let baseline = pairs.reduce(0) { $0 + columns[0][$1] }
        let followUp = pairs.reduce(0) { $0 + columns[index + 1][$1] }
        XCTAssertEqual(Double(followUp), remaining * Double(baseline), accuracy: 0.500_01)
        if index == 2 {
          XCTAssertEqual(
            Double(baseline), measure.baselineMean * Double(pairs.count), accuracy: 0.500_01)
        }
      }
    }
  }

  func testScoresStayInRange() {
    for (number, measure) in InventedMeasure.all.enumerated() {
      for (timepoint, column) in columns(number).enumerated() {
        for (person, score) in zip(people, column) where person.visits[timepoint] != nil {
          XCTAssertTrue(measure.range ~= score)
        }
      }
    }
  }

  /// Spreads as questionnaires have them: a change of about a standard deviation of the scores, and
  /// people who get worse.
  func testPeopleDiffer() {
    for number in InventedMeasure.all.indices {
      let columns = columns(number)
      let pairs = people.indices.filter {
        people[$0].hasChange(questionnaire: number, timepoint: 3)
      }
      let changes = pairs.map { Double(columns[3][$0] - columns[0][$0]) }
      let ratio = spread(changes) / spread(pairs.map { Double(columns[0][$0]) })
      XCTAssertTrue(0.8...1.6 ~= ratio, "\(ratio)")
      let worse = Double(changes.count { $0 > 0 }) / Double(changes.count)
      XCTAssertTrue(0.05...0.3 ~= worse, "\(worse)")
    }
  }

  /// People of the same severity answer alike: scores on different questionnaires go together.
  func testQuestionnairesGoTogether() {
    let (depression, anxiety) = (columns(1)[0], columns(2)[0])
    let agreement = correlation(depression.map(Double.init), anxiety.map(Double.init))
    XCTAssertTrue(0.3...0.6 ~= agreement, "\(agreement)")
  }

  private func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }

  private func spread(_ values: [Double]) -> Double {
    let mean = mean(values)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1))
      .squareRoot()
  }

  private func correlation(_ left: [Double], _ right: [Double]) -> Double {
    let (leftMean, rightMean) = (mean(left), mean(right))
    let covariance = zip(left, right).reduce(0) { $0 + ($1.0 - leftMean) * ($1.1 - rightMean) }
    return covariance / Double(left.count - 1) / spread(left) / spread(right)
  }
}
