import Instruments
import Records
import TestSupport
import Text
import XCTest

@testable import Commands

final class InventedCohortTests: XCTestCase {
  /// The figures of the published study, to the digits in which they were printed (Bravata et al.
  /// 2023, doi 10.2196/48864), with room to spare before another digit would be printed.
  func testTheChangesOf815PeopleAreThePublishedOnes() {
    let scores = PairedScores(Self.assessmentsOf815)
    let published: [(String, String, Double)] = [
      ("ucla-3", "day30", -11.6), ("ucla-3", "day90", -14.6), ("phq-2", "day90", -50.1),
      ("gad-7", "day90", -29.0), ("healthy-days", "day90", -13.0),
    ]
    for (instrument, timepoint, change) in published {
      XCTAssertEqual(
        scores.percentChange(instrument, timepoint), change, accuracy: 0.02,
        "\(instrument) \(timepoint)")
    }
    XCTAssertEqual(
      scores.meanDecrease("healthy-days", "day90") * 15.64 * 12, 615, accuracy: 0.2)
  }

  /// In each block the sum of the follow-ups, and that of the baselines, is at most half a point
  /// off.
  func testAnyNumberOfPeopleHasTheSameChangesAsNearlyAsWholeScoresAllow() {
    for participants in Fixtures.areSearchesLong ? [200, 333, 1025, 2500] : [333, 1025] {
      let cohort = InventedCohort(participants: participants)
      let scores = PairedScores(Self.assessments(participants))
      for measure in InventedMeasure.all {
        for (timepoint, remaining) in zip(["day30", "day60", "day90"], measure.remaining) {
          let pairs = scores.pairs(measure.instrument.id.rawValue, timepoint)
          let baseline = pairs.reduce(0) { $0 + $1.baseline }
          let followUp = pairs.reduce(0) { $0 + $1.followUp }
          XCTAssertEqual(
            followUp, remaining * baseline, accuracy: 0.5 * Double(cohort.blockCount) + 1e-3,
            "\(measure.instrument.id) \(timepoint), \(participants) people")
        }
      }
      let pairs = Double(scores.pairs("healthy-days", "day90").count)
      XCTAssertEqual(
        scores.meanDecrease("healthy-days", "day90") * 15.64 * 12, 615,
        accuracy: 15.64 * 12 * Double(cohort.blockCount) / pairs)
    }
  }

  /// Hughes et al. 2004 have .72 for UCLA-3, Spitzer et al. 2006 .92 for GAD-7, both as they are
  /// widely repeated; that of PHQ-2 is invented. The fewer people, the more chance has a part in
  /// it.
  func testAnswersGoTogetherAsPublishedAtEveryTimepoint() {
    let published = [("ucla-3", 0.72), ("phq-2", 0.79), ("gad-7", 0.92)]
    let accuracies = [(815, 0.05), (200, 0.12), (333, 0.1), (2500, 0.04)]
    for (participants, accuracy) in Fixtures.areSearchesLong ? accuracies : [accuracies[0]] {
      let scores = PairedScores(Self.assessments(participants))
      for (instrument, alpha) in published {
        for timepoint in ["baseline", "day30", "day60", "day90"] {
          XCTAssertEqual(
            scores.alpha(instrument, timepoint), alpha, accuracy: accuracy,
            "\(instrument) \(timepoint), \(participants) people")
        }
      }
    }
  }

  func testTheSameNumberGivesTheSameBytes() {
    for format in LineFormat.allCases {
      let (first, second) = (bytes(120, format), bytes(120, format))
      XCTAssertEqual(first.participants, second.participants)
      XCTAssertEqual(first.scores, second.scores)
    }
    let other = InventedCohort(participants: 120, seed: 1).block(0).lines(.csv)
    XCTAssertNotEqual(bytes(120, .csv).scores, other.scores)
  }

  func testBlocksAreTheSameInAnyOrderAndAtTheSameTime() async {
    let cohort = InventedCohort(participants: 1100)
    let inOrder = (0..<cohort.blockCount).map { cohort.block($0).assessments }
    let backwards = (0..<cohort.blockCount).reversed().map { cohort.block($0).assessments }
    XCTAssertEqual(inOrder, backwards.reversed())
    let together = await withTaskGroup(of: (Int, [Assessment]).self) { group in
      for number in 0..<cohort.blockCount {
        group.addTask { (number, cohort.block(number).assessments) }
      }
      return await group.reduce(into: [Int: [Assessment]]()) { $0[$1.0] = $1.1 }
    }
    XCTAssertEqual(
      together, Dictionary(uniqueKeysWithValues: inOrder.enumerated().map { ($0, $1) }))
    let starts = inOrder.map { $0.prefix(40).map(\.score) }
    XCTAssertEqual(Set(starts).count, inOrder.count, "blocks differ")
  }

  func testIdsCountUpWithAsManyDigitsAsTheLastNeeds() {
    for (participants, last) in [(1, "P001"), (815, "P815"), (1000, "P1000"), (1025, "P1025")] {
      let cohort = InventedCohort(participants: participants)
      let ids = (0..<cohort.blockCount).flatMap { cohort.block($0).events }
        .filter { $0.action == .enroll }.map(\.participant)
      XCTAssertEqual(ids.count, participants)
      XCTAssertEqual(Set(ids).count, participants)
      XCTAssertEqual(ids, ids.sorted())
      XCTAssertEqual(ids.last?.rawValue, last)
      XCTAssertTrue(ids.allSatisfy { $0.rawValue.count == last.count })
    }
  }

  func testAboutTenLinesAParticipant() {
    let share = Double(Self.assessments(1500).count) / 1500
    XCTAssertEqual(share, 10.4, accuracy: 0.2)
  }

  func testDropOutOf815PeopleGrowsOverTime() {
    let came = Dictionary(grouping: Self.assessmentsOf815, by: \.timepoint.rawValue)
      .mapValues { Double(Set($0.map(\.participant)).count) / 815 }
    XCTAssertEqual(came["baseline"], 1)
    for (timepoint, share) in [("day30", 0.62), ("day60", 0.52), ("day90", 0.45)] {
      XCTAssertEqual(came[timepoint] ?? 0, share, accuracy: 0.01, timepoint)
    }
  }

  func testEverythingIsOverOnTheDayLookedBackFrom() throws {
    XCTAssertEqual(InventedCohort.asOf.description, "2025-06-30")
    let timepoints = InventedCohort.settings(store: .csv).timepoints
    for participants in Fixtures.areSearchesLong ? [1, 815, 1100] : [1, 1100] {
      let cohort = InventedCohort(participants: participants)
      let blocks = (0..<cohort.blockCount).map(cohort.block)
      let asOf = InventedCohort.asOf
      XCTAssertTrue(
        blocks.flatMap(\.events).allSatisfy { event in
          event.recordedAt.date <= asOf && event.date <= asOf
            && (event.action != .enroll
              || timepoints.allSatisfy { $0.closes(enrolledOn: event.date) < asOf })
        })
      XCTAssertTrue(blocks.flatMap(\.assessments).allSatisfy { $0.recordedAt.date <= asOf })
      XCTAssertEqual(blocks.first?.events.first?.date.description, "2024-09-02")
    }
  }

  func testTheSettingsSayThatThePeopleAreInvented() throws {
    let settings = InventedCohort.settings(store: .json)
    XCTAssertTrue(settings.name.contains("invented"))
    XCTAssertEqual(settings.store, .json)
    XCTAssertEqual(
      settings.timepoints.map(\.id.rawValue), ["baseline", "day30", "day60", "day90"])
    XCTAssertEqual(settings.timepoints.map(\.day), [0, 30, 60, 90])
    XCTAssertEqual(settings.attributes, ["site", "age_band"])
    XCTAssertEqual(settings.savings?.instrument.rawValue, "healthy-days")
    XCTAssertEqual(settings.savings?.rate, 15.64)
    XCTAssertNoThrow(
      try Program(
        settings: settings, available: BuiltInInstruments.all, file: "program.json"))
  }

  /// What the generator writes, the program's own reading finds nothing wrong with.
  func testTheProgramReadsEveryLine() throws {
    for format in LineFormat.allCases {
      let settings = InventedCohort.settings(store: format)
      let program = try Program(
        settings: settings, available: BuiltInInstruments.all, file: "program.json")
      let (participantBytes, scoreBytes) = bytes(1100, format)
      var lines = participantBytes + [UInt8](repeating: 0, count: ByteWord.size)
      let people = ParticipantChunkReader(settings: settings, file: "participants")
        .read(&lines, lines: 0..<participantBytes.count)
      XCTAssertEqual(people.problems, [])
      var participants = ParticipantColumns(attributes: settings.attributes.count)
      XCTAssertEqual(participants.add(people), [])
      XCTAssertEqual(participants.count, 1100)
      lines = scoreBytes + [UInt8](repeating: 0, count: ByteWord.size)
      let scores = ScoreChunkReader(program: program, participants: participants, file: "scores")
        .read(&lines, lines: 0..<scoreBytes.count)
      XCTAssertEqual(scores.problems, [])
      XCTAssertEqual(scores.lineCount, Self.assessments(1100).count)
    }
  }

  private static let assessmentsOf815 = assessments(815)

  private static func assessments(_ participants: Int) -> [Assessment] {
    let cohort = InventedCohort(participants: participants)
    return (0..<cohort.blockCount).flatMap { cohort.block($0).assessments }
  }

  private func bytes(
    _ participants: Int, _ format: LineFormat
  ) -> (participants: [UInt8], scores: [UInt8]) {
    let cohort = InventedCohort(participants: participants)
    return (0..<cohort.blockCount).reduce(into: ([], [])) { files, number in
      let lines = cohort.block(number).lines(format)
      files.0 += lines.participants
      files.1 += lines.scores
    }
  }
}
