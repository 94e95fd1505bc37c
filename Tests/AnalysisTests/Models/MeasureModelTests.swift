import Records
import XCTest

@testable import Analysis

final class MeasureModelTests: XCTestCase {
  func testNobodyOneAndTwoParticipants() async throws {
    let none = try await SmallCohort([]).model()
    XCTAssertEqual(none.obstacle, .nobody(at: "baseline"))
    let one = try await SmallCohort([(9, 7)]).model()
    XCTAssertEqual(one.obstacle, .notIdentified)
    // Two people lie on a line: their scores are perfectly correlated.
    let two = try await SmallCohort([(9, 7), (5, 6)]).model()
    XCTAssertEqual(two.obstacle, .covarianceNotPositiveDefinite)
  }

  func testPerfectCorrelationIsSaid() async throws {
    let totals = (1...8).map { score -> (baseline: Double?, followUp: Double?) in
      (Double(score), Double(score) - 1)
    }
    let model = try await SmallCohort(totals).model()
    XCTAssertEqual(model.obstacle, .covarianceNotPositiveDefinite)
  }

  func testAllEqualHasNoVariation() async throws {
    let totals = [(baseline: Double?, followUp: Double?)](repeating: (6, 6), count: 5)
    let model = try await SmallCohort(totals).model()
    XCTAssertEqual(model.obstacle, .allAlike(at: "baseline"))
  }

  func testFollowUpOnlyOrBaselineOnlyIsNoModel() async throws {
    let after = try await SmallCohort([(nil, 4), (nil, 6), (nil, 5)]).model()
    XCTAssertEqual(after.obstacle, .nobody(at: "baseline"))
    let before = try await SmallCohort([(4, nil), (6, nil), (5, nil)]).model()
    XCTAssertEqual(before.obstacle, .noFollowUp)
  }

  /// Whoever has a follow-up alone tells of the follow-up's mean.
  func testFollowUpWithoutBaselineCounts() async throws {
    let pairs: [(baseline: Double?, followUp: Double?)] = [(9, 7), (5, 6), (8, 4), (7, 7)]
    let cohort = SmallCohort(pairs + [(nil, 3)])
    let model = try await cohort.model().repeatedMeasures.get()
    XCTAssertEqual(model.model.fit.participants, 5)
    XCTAssertEqual(model.means.map(\.scored), [4, 5])
    let without = try await SmallCohort(pairs).model().repeatedMeasures.get()
    XCTAssertLessThan(
      try XCTUnwrap(model.means[1].mean?.estimate), try XCTUnwrap(without.means[1].mean?.estimate))
  }

  func testAnEmptyTimepointIsLeftOutOfTheModel() async throws {
    var cohort = Self.cohort
    cohort.timepoints.insert(("day10", 10), at: 1)
    let model = try await cohort.model()
    XCTAssertEqual(model.leftOut.timepoints.map(\.timepoint.id.rawValue), ["day10"])
    XCTAssertEqual(
      model.leftOut.timepoints.map(\.because), [try XCTUnwrap(ModelObstacle.nobody(at: "day10"))])
    let fitted = try model.repeatedMeasures.get()
    let whole = try await Self.cohort.model().repeatedMeasures.get()
    XCTAssertEqual(fitted.timepoints.map(\.id.rawValue), ["baseline", "day30", "day90"])
    XCTAssertEqual(fitted.means.map(\.mean), whole.means.map(\.mean))
  }

  func testATimepointThatIsInTheWayIsLeftOutWithTheReason() async throws {
    var cohort = Self.cohort
    cohort.timepoints.append(("day200", 200))
    cohort.record("P1", "day200", 3, day: 200)
    let model = try await cohort.model()
    XCTAssertEqual(model.leftOut.timepoints.map(\.timepoint.id.rawValue), ["day200"])
    XCTAssertEqual(
      model.leftOut.timepoints.map(\.because), [try XCTUnwrap(ModelObstacle.allAlike(at: "day200"))]
    )
    XCTAssertEqual(try model.repeatedMeasures.get().timepoints.count, 3)
  }

  func testAnEarlyTimepointThatIsInTheWayIsLeftOutAlone() async throws {
    var cohort = Self.cohort
    cohort.timepoints.insert(("day10", 10), at: 1)
    cohort.record("P1", "day10", 3, day: 10)
    let model = try await cohort.model()
    XCTAssertEqual(model.leftOut.timepoints.map(\.timepoint.id.rawValue), ["day10"])
    XCTAssertEqual(
      try model.repeatedMeasures.get().timepoints.map(\.id.rawValue),
      ["baseline", "day30", "day90"])
  }

  func testAGroupWithoutAFollowUpIsLeftOut() async throws {
    var cohort = Self.cohort
    cohort.enroll("P99", site: "west")
    cohort.record("P99", "baseline", 7, day: 0)
    let models = try await cohort.models(by: "site").measures
    XCTAssertEqual(models.map(\.groupedBy), [nil, "site"])
    XCTAssertEqual(models[1].leftOut.groups.map(\.group.value), ["west"])
    let model = try models[1].repeatedMeasures.get()
    XCTAssertEqual(model.differences.map(\.group.value), ["north", "north"])
    XCTAssertNotNil(model.interaction)
    XCTAssertNil(model.anyChange)
    XCTAssertNotNil(try models[0].repeatedMeasures.get().anyChange)
  }

  func testOneGroupAloneIsNoComparison() async throws {
    var selection = CohortSelection.on(365, where: "north", by: "site")
    selection.inWindowOnly = false
    let table = try Self.cohort.table
    let analysis = await ModelAnalysis(table, selection, instruments: [0], .init())
    XCTAssertEqual(analysis.measures[1].obstacle, .tooFewGroups)
  }

  func testGroupsWithoutAModelOfEverybodyAreSaid() async throws {
    var cohort = SmallCohort()
    cohort.enroll("P1", site: "north")
    cohort.enroll("P2", site: "south")
    for (options, growth) in [(ModelOptions(), false), (ModelOptions(withGrowth: true), true)] {
      let models = try await cohort.models(options, by: "site").measures
      XCTAssertEqual(models[1].obstacle, .noModelOfEverybody)
      XCTAssertEqual(models[1].growth != nil, growth)
    }
  }

  func testTooManyTimepointsOrGroupsAreSaid() async throws {
    var cohort = SmallCohort()
    cohort.timepoints = (0...16).map { ("t\($0)", $0 * 10) }
    for number in 0..<62 {
      cohort.enroll("P\(number)", site: "site \(number % 31)")
      for (timepoint, day) in cohort.timepoints.prefix(number < 2 ? 17 : 2) {
        cohort.record("P\(number)", timepoint, Double(number * 7 % 11 + day % 3), day: day)
      }
    }
    let model = try await cohort.model(ModelOptions(withGrowth: true))
    XCTAssertEqual(model.obstacle, .tooManyTimepoints(most: 16))
    // Lines have as many unknowns however many timepoints there are.
    XCTAssertEqual(try XCTUnwrap(model.growth).get().fitted.curve.fit.observations, 2 * 17 + 60 * 2)
    let few = try await SmallCohort.ofManySites(31).models(by: "site").measures[1]
    XCTAssertEqual(few.obstacle, .tooManyGroups)
    let enough = try await SmallCohort.ofManySites(30).models(by: "site").measures[1]
    XCTAssertEqual(try enough.repeatedMeasures.get().differences.count, 30 * 29 / 2)
  }

  /// Twelve people at two sites with scores that go together, a few of them missing.
  static var cohort: SmallCohort {
    var cohort = SmallCohort()
    let scores: [[Double?]] = [
      [12, 9, 7], [15, 13, 12], [9, 9, 4], [11, nil, 8], [14, 10, nil], [8, 5, 6],
      [13, 12, 9], [10, 8, 8], [16, 12, 11], [7, 6, nil], [12, nil, nil], [9, 6, 3],
    ]
    for (number, scores) in scores.enumerated() {
      let id = "P\(number + 1)"
      cohort.enroll(id, site: number % 2 == 0 ? "north" : "south")
      for ((timepoint, day), score) in zip(cohort.timepoints, scores) {
        if let score { cohort.record(id, timepoint, score, day: day) }
      }
    }
    return cohort
  }
}

extension MeasureModel {
  /// Why there is no model.
  var obstacle: ModelObstacle? {
    guard case .failure(let obstacle) = repeatedMeasures else { return nil }
    return obstacle
  }
}

extension ModelObstacle {
  static func nobody(at timepoint: String) -> ModelObstacle? {
    TimepointID(rawValue: timepoint).map(ModelObstacle.noScores)
  }

  static func allAlike(at timepoint: String) -> ModelObstacle? {
    TimepointID(rawValue: timepoint).map(ModelObstacle.noVariation)
  }
}

extension SmallCohort {
  /// Three people a site.
  fileprivate static func ofManySites(_ count: Int) -> SmallCohort {
    var cohort = SmallCohort()
    cohort.timepoints = [("baseline", 0), ("day30", 30)]
    for number in 0..<3 * count {
      cohort.enroll("P\(number)", site: "site \(number / 3)")
      cohort.record("P\(number)", "baseline", Double(number * 7 % 11), day: 0)
      cohort.record("P\(number)", "day30", Double(number * 5 % 13), day: 30)
    }
    return cohort
  }

  func models(
    _ options: ModelOptions = ModelOptions(), day: Int = 365, by attribute: String? = nil
  ) async throws -> ModelAnalysis {
    await ModelAnalysis(try table, .on(day, by: attribute), instruments: [0], options)
  }

  /// The model of everybody.
  func model(
    _ options: ModelOptions = ModelOptions(), day: Int = 365
  ) async throws -> MeasureModel {
    let measures = try await models(options, day: day).measures
    return try XCTUnwrap(measures.first)
  }
}
