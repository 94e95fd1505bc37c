import TestSupport
import XCTest

@testable import Statistics

/// What mathematics says of every fit, on random cohorts with gaps.
final class ModelPropertyTests: XCTestCase {
  func testShufflingParticipantsChangesNoBit() throws {
    try withEveryCohort { columns, generator in
      let order = columns[0].indices.shuffled(using: &generator)
      let shuffled = columns.map { column in order.map { column[$0] } }
      let fits = try [columns, shuffled].map(self.fit)
      XCTAssertEqual(fits[0].effects, fits[1].effects)
      XCTAssertEqual(fits[0].covariance, fits[1].covariance)
      XCTAssertEqual(fits[0].logLikelihood, fits[1].logLikelihood)
      XCTAssertEqual(
        fits[0].contrast([-1, 0, 1], .kenwardRoger), fits[1].contrast([-1, 0, 1], .kenwardRoger))
    }
  }

  func testAddingAConstantMovesTheMeansAlone() throws {
    try withEveryCohort { columns, _ in
      let fit = try self.fit(columns)
      let moved = try self.fit(columns.map { $0.map { $0 + 100 } })
      for (before, after) in zip(fit.effects, moved.effects) {
        assertAgrees(after, before + 100, relative: 1e-12)
      }
      self.assertScaled(fit, moved, scale: 1)
      assertAgrees(moved.logLikelihood, fit.logLikelihood, relative: 1e-11)
    }
  }

  func testAnotherUnitScalesMeansAndCovariances() throws {
    try withEveryCohort { columns, _ in
      let fit = try self.fit(columns)
      let scaled = try self.fit(columns.map { $0.map { $0 * -0.04 } })
      for (before, after) in zip(fit.effects, scaled.effects) {
        assertAgrees(after, before * -0.04, relative: 1e-11)
      }
      self.assertScaled(fit, scaled, scale: -0.04)
    }
  }

  func testReversingTheTimepointsReversesTheResults() throws {
    try withEveryCohort { columns, _ in
      let fit = try self.fit(columns)
      let reversed = try self.fit(columns.reversed())
      for (before, after) in zip(fit.effects, reversed.effects.reversed()) {
        assertAgrees(after, before, relative: 1e-11)
      }
      let change = try XCTUnwrap(fit.contrast([-1, 0, 1], .kenwardRoger))
      let back = try XCTUnwrap(reversed.contrast([-1, 0, 1], .kenwardRoger))
      assertAgrees(back.t, -change.t, relative: 1e-9, scale: 1)
      assertAgrees(back.degreesOfFreedom, change.degreesOfFreedom, relative: 1e-7)
    }
  }

  func testEverybodyTwiceInTwoGroupsHasNoDifference() throws {
    try withEveryCohort { columns, _ in
      let groups = columns[0].map { _ in 0 } + columns[0].map { _ in 1 }
      let model = try RepeatedMeasuresModel(
        PatternStatistics(columns: columns.map { $0 + $0 }, groups: groups, numberOfGroups: 2))
      let difference = try XCTUnwrap(model.differenceInChange(at: 2, group: 1, .kenwardRoger))
      XCTAssertLessThan(difference.t.magnitude, 1e-10)
      XCTAssertLessThan(try XCTUnwrap(model.testOfInteraction()).f, 1e-18)
    }
  }

  func testTinyCohortsHaveNumbersOrAStatedFailure() throws {
    var generator = SeededGenerator(seed: 37)
    var fitted = 0
    for _ in 0..<80 {
      let people = Int.random(in: 0...14, using: &generator)
      let columns = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        (0..<people).map { _ in
          Int.random(in: 0..<4, using: &generator) == 0
            ? .nan : Double(Int.random(in: 0...5, using: &generator))
        }
      }
      guard let model = try? RepeatedMeasuresModel(PatternStatistics(columns: columns)) else {
        continue
      }
      fitted += 1
      for timepoint in columns.indices {
        for method in [DegreesOfFreedomMethod.satterthwaite, .kenwardRoger] {
          let mean = try XCTUnwrap(model.mean(at: timepoint, method))
          XCTAssertTrue(mean.estimate.isFinite)
          XCTAssertTrue(mean.standardError > 0 && mean.degreesOfFreedom > 0)
          XCTAssertTrue((0...1).contains(mean.p))
        }
      }
    }
    XCTAssertGreaterThan(fitted, 20)
  }

  /// Asserts that errors, tests and covariances are those of scores multiplied by `scale`.
  private func assertScaled(_ fit: MixedModelFit, _ scaled: MixedModelFit, scale: Double) {
    for row in 0..<3 {
      for column in 0...row {
        assertAgrees(
          scaled.covariance[row, column], fit.covariance[row, column] * scale * scale,
          relative: 1e-9, scale: scale * scale)
      }
    }
    for method in [DegreesOfFreedomMethod.satterthwaite, .kenwardRoger] {
      let (before, after) = (
        fit.contrast([-1, 1, 0], method), scaled.contrast([-1, 1, 0], method)
      )
      assertAgrees(
        after?.standardError, before.map { $0.standardError * scale.magnitude }, relative: 1e-10)
      assertAgrees(
        after?.degreesOfFreedom, before?.degreesOfFreedom, relative: 1e-7)
    }
  }

  private func fit(_ columns: [[Double]]) throws -> MixedModelFit {
    try RepeatedMeasuresModel(PatternStatistics(columns: columns)).fit
  }

  private func withEveryCohort(
    _ check: ([[Double]], inout SeededGenerator) throws -> Void
  ) throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<8 {
      let people = generator.pairs(80)
      var columns = [people.map(\.baseline), people.map(\.followUp), people.map(\.followUp)]
      for person in people.indices {
        columns[2][person] += Double(Int.random(in: -4...4, using: &generator))
        for timepoint in 0..<3 where Int.random(in: 0..<10, using: &generator) < 2 * timepoint {
          columns[timepoint][person] = .nan
        }
      }
      try check(columns, &generator)
    }
  }
}
