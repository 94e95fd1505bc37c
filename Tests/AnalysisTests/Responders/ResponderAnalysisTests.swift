import Records
import Statistics
import TestSupport
import XCTest

@testable import Analysis

final class ResponderAnalysisTests: XCTestCase {
  /// Index, cut-offs, counts and the people behind them, by both choices of the standard deviation.
  func testReliableChangeAgreesWithR() async throws {
    let table = try await InventedPeople.table("csv")
    var compared = 0
    for (name, recorded) in try RecordedResponders.reliableChange() {
      for (spread, expected) in [
        (ResponderQuestion.Spread.pairs, recorded.pairs), (.allBaselines, recorded.allBaselines),
      ] {
        var question = ResponderQuestion(followUp: .timepoint(2))
        question.spread = spread
        question.reliability = Reliability(
          recorded.parameters.reliability, .given(source: nil))
        question.functional = .init(
          mean: recorded.parameters.mFunctional,
          standardDeviation: recorded.parameters.sdFunctional)
        question.reliableBy = .index
        question.listsParticipants = spread == .pairs
        let analysis = try self.analysis(table, question, instrument: name)
        try check(XCTUnwrap(analysis.measure(name)), expected, name)
        if spread == .pairs { check(try XCTUnwrap(analysis.participants), expected, name) }
        compared += 1
      }
    }
    XCTAssertEqual(compared, 10)
  }

  func testEveryCutoffGivesTheCategoriesOfItsLine() async throws {
    let table = try await InventedPeople.table("csv")
    let recorded = try XCTUnwrap(try RecordedResponders.reliableChange()["ucla-3"])
    for (cutoff, score) in [
      (ClinicalLine.Cutoff.a, recorded.pairs.cutoffA), (.b, recorded.pairs.cutoffB),
      (.c, recorded.pairs.cutoffC),
    ] {
      var question = ResponderQuestion(followUp: .timepoint(2))
      question.reliability = Reliability(recorded.parameters.reliability, .given(source: nil))
      question.functional = .init(
        mean: recorded.parameters.mFunctional, standardDeviation: recorded.parameters.sdFunctional)
      question.cutoff = cutoff
      let measure = try XCTUnwrap(
        analysis(table, question, instrument: "ucla-3").measure("ucla-3"))
      XCTAssertEqual(measure.lines.first?.line.origin, .computed(cutoff))
      assertAgrees(measure.lines.first?.line.score, score, cutoff.rawValue)
    }
  }

  /// WHO-5 has no published reliability in its data, the others have.
  func testReliabilityIsThePublishedOneOrAlphaOfTheAnswersAtBaselineAsInR() async throws {
    let table = try await InventedPeople.table("csv", keepsAnswers: true)
    for (name, recorded) in try RecordedResponders.reliableChange() {
      let question = ResponderQuestion(followUp: .timepoint(2))
      let analysis = try analysis(table, question, instrument: name)
      let measure = try XCTUnwrap(analysis.measure(name))
      switch measure.criteria.reliability?.origin {
      case .published(let published):
        XCTAssertEqual(published, measure.instrument.reliabilities.first)
      case .alphaOfCohort(let alpha):
        XCTAssertEqual(name, "who-5")
        assertAgrees(alpha.alpha, recorded.alphaAtBaseline, name)
      default: XCTFail("\(name) has no reliability")
      }
    }
  }

  /// Published thresholds, caseness, response and remission, for everybody and each group.
  func testCountsAgreeWithCountingPersonByPerson() async throws {
    let table = try await InventedPeople.table("csv")
    let all = Array(table.program.instruments.indices)
    let followUps: [(String, FollowUpChoice)] = [
      ("day30", .timepoint(1)), ("day90", .timepoint(2)), ("last", .lastOfEach),
    ]
    let recorded = try RecordedResponders.counts()
    for (name, followUp) in followUps {
      let analysis = ResponderAnalysis(
        table, try InventedPeople.selection(by: "group"), ResponderQuestion(followUp: followUp),
        instruments: all)
      XCTAssertEqual(analysis.talkingTherapies.count, recorded.count)
      for (group, choices) in recorded {
        let expected = try XCTUnwrap(choices[name])
        let value = group == "all" ? nil : group
        for (instrument, rules) in expected.measures {
          try check(
            XCTUnwrap(analysis.measure(instrument, group: value)), rules,
            "\(instrument) \(group) \(name)")
        }
        try check(
          XCTUnwrap(analysis.talkingTherapies.first { $0.group?.value == value }),
          expected.talkingTherapies)
        try check(
          XCTUnwrap(analysis.depression.first { $0.group?.value == value }), expected.depression)
      }
    }
  }

  func testWithoutPeopleThereAreCountsOfNobody() throws {
    let table = try SmallCohort([]).table
    let analysis = ResponderAnalysis(
      table, .on(365), ResponderQuestion(followUp: .lastOfEach), instruments: [0])
    let measure = try XCTUnwrap(analysis.measures.first)
    XCTAssertEqual(measure.pairs, 0)
    XCTAssertNil(measure.criteria.clinical)
    XCTAssertEqual(measure.rules.count, 0)
    XCTAssertEqual(analysis.enrolled, 0)
  }

  private func analysis(
    _ table: CohortColumns, _ question: ResponderQuestion, instrument: String
  ) throws -> ResponderAnalysis {
    let number = try XCTUnwrap(
      table.program.instruments.firstIndex { $0.id.rawValue == instrument })
    return ResponderAnalysis(
      table, try InventedPeople.selection(), question, instruments: [number])
  }

  private func check(
    _ measure: MeasureResponders, _ expected: RecordedResponders.Index, _ name: String
  ) throws {
    let criteria = measure.criteria
    XCTAssertEqual(measure.pairs, expected.n, name)
    assertAgrees(criteria.clinical?.mean, expected.meanBaseUsed, name)
    assertAgrees(criteria.clinical?.standardDeviation, expected.sdBaseUsed, name)
    assertAgrees(criteria.reliableChange?.standardErrorOfMeasurement, expected.sem, name)
    assertAgrees(criteria.reliableChange?.standardErrorOfDifference, expected.sDiff, name)
    assertAgrees(criteria.reliableChange?.threshold, expected.rawChangeThreshold, name)
    assertAgrees(criteria.cutoffs?.a, expected.cutoffA, name)
    assertAgrees(criteria.cutoffs?.b, expected.cutoffB, name)
    assertAgrees(criteria.cutoffs?.c, expected.cutoffC, name)
    let rule = try XCTUnwrap(measure.rules.first { $0.rule.kind == .statistical })
    XCTAssertEqual(rule.counts[.better].count, expected.reliableOnly["improved"], name)
    XCTAssertEqual(rule.counts[.same].count, expected.reliableOnly["unchanged"], name)
    XCTAssertEqual(rule.counts[.worse].count, expected.reliableOnly["deteriorated"], name)
    let categories = try XCTUnwrap(measure.lines.first).counts
    XCTAssertEqual(categories[.recovered].count, expected.counts["recovered"], name)
    XCTAssertEqual(categories[.improved].count, expected.counts["improved"], name)
    XCTAssertEqual(categories[.deteriorated].count, expected.counts["deteriorated"], name)
    XCTAssertEqual(categories[.deterioratedAndCrossed].count, expected.counts["harmed"], name)
    let unreliable: [ChangeCategory] = [.unchanged, .crossedNotReliable, .crossedBackNotReliable]
    XCTAssertEqual(
      unreliable.map { categories[$0].count }.reduce(0, +), expected.counts["unchanged"], name)
  }

  private func check(
    _ participants: ParticipantChanges, _ expected: RecordedResponders.Index, _ name: String
  ) {
    XCTAssertEqual(participants.count, expected.n, name)
    var changed: [String: String] = [:]
    for (position, number) in participants.numbers.enumerated() {
      let change = participants.changes[Int(number)]
      let verdict = change.verdicts.first { $0.rule.kind == .statistical }?.verdict
      guard verdict != .same else { continue }
      changed[participants.participant(position)] = change.categories.first?.category.rawValue
    }
    let recorded = expected.changed.mapValues { $0 == "harmed" ? "deteriorated_and_crossed" : $0 }
    XCTAssertEqual(changed, recorded, name)
  }

  private func check(
    _ measure: MeasureResponders, _ expected: RecordedResponders.Rules, _ label: String
  ) throws {
    XCTAssertEqual(measure.pairs, expected.pairs, label)
    // The index, by a published reliability, is held against R.
    let rules = measure.rules.filter { $0.rule.kind != .statistical }
    XCTAssertEqual(rules.count, expected.rules.count, label)
    for rule in rules {
      let counts = try XCTUnwrap(expected.rules[name(of: rule.rule)], label)
      for verdict in ChangeVerdict.allCases {
        XCTAssertEqual(rule.counts[verdict].count, counts[verdict.rawValue] ?? 0, label)
      }
    }
    for (score, counts) in expected.categories {
      let line = try XCTUnwrap(
        measure.lines.first {
          if case .published = $0.line.origin { "\(Int($0.line.score))" == score } else { false }
        }, label)
      for category in ChangeCategory.allCases {
        XCTAssertEqual(line.counts[category].count, counts[category.rawValue] ?? 0, label)
      }
    }
    let agreements = measure.agreements.filter {
      $0.first.kind != .statistical && $0.second.kind != .statistical
    }
    XCTAssertEqual(agreements.count, expected.agreements.count, label)
    for agreement in agreements {
      let recorded = try XCTUnwrap(
        expected.agreements["\(name(of: agreement.first)) / \(name(of: agreement.second))"], label)
      assertAgrees(agreement.agreement?.proportion, recorded.agree, label)
      assertAgrees(agreement.agreement?.kappa, recorded.kappa, label)
    }
  }

  private func name(of rule: ChangeRule) -> String {
    let kind = rule.kind == .important ? "important" : "reliable"
    return "\(kind) \(Int(rule.threshold.value))"
  }

  private func check(_ counts: TalkingTherapies, _ expected: [String: Int]) {
    let atCaseness = expected["at_caseness"] ?? 0
    let finished = expected["finished"] ?? 0
    XCTAssertEqual(counts.enrolled, expected["enrolled"])
    XCTAssertEqual(counts.measuredAtBaseline, expected["measured_at_baseline"])
    XCTAssertEqual(counts.finished, finished)
    XCTAssertEqual(counts.atCaseness, atCaseness)
    let shares: [(String, Share, Int)] = [
      ("recovered", counts[.recovered], atCaseness),
      ("newly_at_caseness", counts[.newlyAtCaseness], finished - atCaseness),
      ("reliably_improved", counts[.reliablyImproved], finished),
      ("reliably_deteriorated", counts[.reliablyDeteriorated], finished),
      ("any_reliably_worse", counts[.anyReliablyWorse], finished),
      ("reliably_recovered", counts[.reliablyRecovered], atCaseness),
    ]
    for (name, share, total) in shares {
      XCTAssertEqual(share.count, expected[name], name)
      XCTAssertEqual(share.total, total, name)
    }
  }

  private func check(_ counts: DepressionResponse, _ expected: [String: Int]) {
    XCTAssertEqual(counts.raised, expected["raised"])
    XCTAssertEqual(counts.due, expected["raised"], "everybody is due by then")
    XCTAssertEqual(counts[.followed].count, expected["followed"])
    XCTAssertEqual(counts[.responseOfFollowed].count, expected["response"])
    XCTAssertEqual(counts[.remissionOfFollowed].count, expected["remission"])
    XCTAssertEqual(counts[.higherOfFollowed].count, expected["higher"])
  }
}
