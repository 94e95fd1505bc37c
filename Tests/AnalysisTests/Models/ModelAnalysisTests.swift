import Instruments
import Records
import Statistics
import TestSupport
import XCTest

@testable import Analysis

final class ModelAnalysisTests: XCTestCase {
  private static let measures = ["PHQ-9", "GAD-7", "UCLA-20", "UCLA-3", "WHO-5"]

  func testMeansAndChangesAgreeWithR() async throws {
    let recorded = try RecordedModels()
    let analysis = try await Self.analysis()
    for name in Self.measures {
      let model = try Self.model(name, in: analysis, groupedBy: nil)
      let fit = try XCTUnwrap(recorded.fits["dev300 \(name) mmrm_single_arm"])
      assertAgrees(model.model.fit.logLikelihood, fit.logLik, name)
      let effects = try XCTUnwrap(fit.effects)
      for (number, mean) in model.means.enumerated() {
        let timepoint = mean.timepoint.id.rawValue
        try XCTUnwrap(fit.contrasts?["lsmean_\(timepoint)"]).check(
          mean.mean, "\(name) \(timepoint)")
        if number > 0 { try effects[number].check(mean.change, "\(name) to \(timepoint)") }
      }
      XCTAssertNil(model.means[0].change)
      XCTAssertNil(model.means[0].percent)
    }
  }

  func testSatterthwaiteIsUsedWhereItIsAskedFor() async throws {
    let recorded = try RecordedModels()
    let analysis = try await Self.analysis(.init(degreesOfFreedom: .satterthwaite))
    for name in Self.measures {
      let change = try XCTUnwrap(Self.model(name, in: analysis, groupedBy: nil).means[2].change)
      let effect = try XCTUnwrap(recorded.fits["dev300 \(name) mmrm_single_arm"]?.effects?[2])
      assertAgrees(change.standardError, effect.se, name)
      assertAgrees(change.degreesOfFreedom, effect.df, name)
    }
  }

  func testGroupsWithTheirOwnBaselineAgreeWithR() async throws {
    let recorded = try RecordedModels()
    let analysis = try await Self.analysis(.init(baseline: .separate), by: "group")
    for name in Self.measures {
      let model = try Self.model(name, in: analysis, groupedBy: "group")
      let contrasts = try XCTUnwrap(recorded.fits["dev300 \(name) mmrm_group_by_wave"]?.contrasts)
      for mean in model.means {
        let (group, timepoint) = (mean.group?.value ?? "", mean.timepoint.id.rawValue)
        try XCTUnwrap(contrasts["lsmean_\(group)_\(timepoint)"]).check(mean.mean, name)
      }
      XCTAssertEqual(model.differences.map(\.group.value), ["control", "control"])
      XCTAssertEqual(model.differences.map(\.other.value), ["intervention", "intervention"])
      for difference in model.differences {
        // R takes intervention − control.
        try XCTUnwrap(contrasts["did_\(difference.timepoint.id)"]).check(
          difference.contrast, sign: -1, name)
      }
    }
  }

  func testGroupsWithOneBaselineAgreeWithR() async throws {
    let recorded = try RecordedModels()
    XCTAssert(recorded.commonBaseline.count >= 5)
    let analysis = try await Self.analysis(
      .init(degreesOfFreedom: .init(.kenwardRoger, .expected)), by: "group")
    for (name, fit) in recorded.commonBaseline where Self.measures.contains(name) {
      let model = try Self.model(name, in: analysis, groupedBy: "group")
      assertAgrees(model.model.fit.logLikelihood, fit.logLik, name)
      let effects = try XCTUnwrap(fit.effects)
      try effects[0].check(model.means[0].mean, name, .expected)
      try effects[1].check(model.means[1].change, name, .expected)
      for (number, difference) in model.differences.enumerated() {
        try effects[3 + number].check(difference.contrast, sign: -1, name, .expected)
      }
    }
  }

  func testHolmFamiliesAreEverybodyEachGroupAndTheDifferences() async throws {
    let analysis = try await Self.analysis(by: "group")
    let models = analysis.measures.compactMap { try? $0.repeatedMeasures.get() }
    let means = models.flatMap(\.means)
    for group in [nil, "control", "intervention"] {
      let family = means.filter { $0.group?.value == group && $0.change != nil }
      XCTAssertEqual(family.count, 2 * analysis.measures.count / 2)
      XCTAssertEqual(
        family.map(\.adjustedP), HolmAdjustment.adjusted(family.map { $0.change?.p }))
    }
    let differences = models.flatMap(\.differences)
    XCTAssertEqual(
      differences.map(\.adjustedP), HolmAdjustment.adjusted(differences.map { $0.contrast?.p }))
  }

  /// The demonstration's rows in another order, read by more threads in smaller pieces.
  func testOrderPiecesAndThreadsChangeNoBit() async throws {
    let selection = try InventedPeople.selection(by: "group")
    let options = ModelOptions(withGrowth: true)
    let one = try await InventedPeople.table("csv", threads: 1)
    let many = try await InventedPeople.table("json", threads: 4, pieceSize: 4096)
    var lines = try InventedPeople.lines()
    lines.participants.reverse()
    lines.scores.reverse()
    let turned = try lines.table(InventedPeople.program())
    let all = Array(one.program.instruments.indices)
    let expected = await ModelAnalysis(one, selection, instruments: all, options)
    for table in [many, turned] {
      let analysis = await ModelAnalysis(table, selection, instruments: all, options)
      for (measure, other) in zip(analysis.measures, expected.measures) {
        let (model, expected) = (
          try measure.repeatedMeasures.get(), try other.repeatedMeasures.get()
        )
        XCTAssertEqual(model.means.map(\.mean), expected.means.map(\.mean))
        XCTAssertEqual(model.means.map(\.change), expected.means.map(\.change))
        XCTAssertEqual(model.interaction, expected.interaction)
        XCTAssertEqual(
          try? measure.growth?.get().fitted.lines.map(\.slope),
          try? other.growth?.get().fitted.lines.map(\.slope))
        XCTAssertEqual(
          measure.missing.map(\.tippingPoint), other.missing.map(\.tippingPoint))
      }
    }
  }

  static func analysis(
    _ options: ModelOptions = ModelOptions(), by attribute: String? = nil
  ) async throws -> ModelAnalysis {
    let table = try await InventedPeople.table("csv")
    return await ModelAnalysis(
      table, try InventedPeople.selection(by: attribute),
      instruments: Array(table.program.instruments.indices), options)
  }

  private static func model(
    _ name: String, in analysis: ModelAnalysis, groupedBy attribute: String?
  ) throws -> RepeatedMeasures {
    let measure = analysis.measures.first {
      $0.instrument.id.rawValue.uppercased() == name && $0.groupedBy == attribute
    }
    return try XCTUnwrap(measure, name).repeatedMeasures.get()
  }
}
