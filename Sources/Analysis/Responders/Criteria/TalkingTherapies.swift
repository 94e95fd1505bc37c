import Instruments
import Records

/// How many participants recovered and changed reliably on PHQ-9 and GAD-7 together, by the
/// criteria of NHS Talking Therapies; never an official figure of theirs.
///
/// At caseness is anyone who reaches the case threshold of either measure; recovered, who was at
/// caseness at baseline and is not at the follow-up. Reliably improved is who is reliably better on
/// one measure and reliably worse on none. Deterioration is the mirror image of it, which is this
/// program's reading.
package struct TalkingTherapies: Sendable, Equatable {
  /// The group, nil for everybody.
  package let group: CohortSelection.AttributeValue?
  /// How many participants reached each stage.
  private let stages: StageCounts<Stage>

  init(group: CohortSelection.AttributeValue?, _ stages: StageCounts<Stage>) {
    self.group = group
    self.stages = stages
  }

  /// How far a participant got.
  package enum Stage: Sendable, Hashable, CaseIterable {
    /// Without one measure at baseline, or both.
    case notMeasured
    /// With both measures at baseline, not at the follow-up.
    case measuredAtBaseline
    /// With both measures at both times.
    case finished(Result)

    package static let allCases =
      [notMeasured, measuredAtBaseline] + (0..<16).map { finished(Result(rawValue: $0)) }

    package var isMeasuredAtBaseline: Bool { self != .notMeasured }
    package var isFinished: Bool { result != nil }
    package var isAtCaseness: Bool { result?.contains(.caseAtBaseline) ?? false }

    fileprivate var result: Result? {
      guard case .finished(let result) = self else { return nil }
      return result
    }
  }

  /// What is true of somebody who finished.
  package struct Result: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// At the threshold of a measure or beyond it.
    package static let caseAtBaseline = Result(rawValue: 1)
    package static let caseAtFollowUp = Result(rawValue: 2)
    /// On one measure at least.
    package static let reliablyBetter = Result(rawValue: 4)
    package static let reliablyWorse = Result(rawValue: 8)
  }

  /// What is counted, by the names that programs know.
  package enum Outcome: String, Sendable, CaseIterable {
    /// Of those at caseness at baseline, who are not at the follow-up.
    case recovered
    /// Of those not at caseness at baseline, who are at the follow-up.
    case newlyAtCaseness = "newly_at_caseness"
    /// Of all finished: reliably better on one measure, reliably worse on none.
    case reliablyImproved = "reliably_improved"
    /// Of all finished: neither better nor worse, or both.
    case noReliableChange = "no_reliable_change"
    /// Of all finished: reliably worse on one measure, reliably better on none.
    case reliablyDeteriorated = "reliably_deteriorated"
    /// Of all finished: reliably worse on one measure at least, as the Child Outcomes Research
    /// Consortium counts it.
    case anyReliablyWorse = "any_reliably_worse"
    /// Of those at caseness at baseline: recovered and reliably improved.
    case reliablyRecovered = "reliably_recovered"

    /// Whether somebody is among those whom the share is of.
    package func isOf(_ stage: Stage) -> Bool {
      guard let result = stage.result else { return false }
      return switch self {
      case .recovered, .reliablyRecovered: result.contains(.caseAtBaseline)
      case .newlyAtCaseness: !result.contains(.caseAtBaseline)
      default: true
      }
    }

    /// Whether somebody has this outcome.
    package func isReached(by stage: Stage) -> Bool {
      guard let result = stage.result, isOf(stage) else { return false }
      let change = result.intersection([.reliablyBetter, .reliablyWorse])
      return switch self {
      case .recovered: !result.contains(.caseAtFollowUp)
      case .newlyAtCaseness: result.contains(.caseAtFollowUp)
      case .reliablyImproved: change == .reliablyBetter
      case .noReliableChange: change != .reliablyBetter && change != .reliablyWorse
      case .reliablyDeteriorated: change == .reliablyWorse
      case .anyReliablyWorse: change.contains(.reliablyWorse)
      case .reliablyRecovered: !result.contains(.caseAtFollowUp) && change == .reliablyBetter
      }
    }
  }

  package var enrolled: Int { stages.count { _ in true } }
  /// With both measures at baseline.
  package var measuredAtBaseline: Int { stages.count(\.isMeasuredAtBaseline) }
  /// With both measures at both times: whom every outcome counts.
  package var finished: Int { stages.count(\.isFinished) }
  /// Of those finished, at caseness at baseline.
  package var atCaseness: Int { stages.count(\.isAtCaseness) }

  package subscript(outcome: Outcome) -> Share {
    Share(stages.count(outcome.isReached), of: stages.count(outcome.isOf))
  }

  /// Tells how far each participant of a cohort got.
  struct Reader {
    private let measures: [(scores: FollowedScores, criteria: Criteria)]
    /// The different scores, by their numbers in the table.
    private let values: [Double]

    /// Nil where one of the measures is not asked for or has no published thresholds.
    /// - Parameter followed: the scores of each instrument that is asked for.
    init?(
      _ known: [Instrument], _ followed: [InstrumentID: FollowedScores], values: [Double]
    ) {
      let measures = instruments.compactMap { id -> (scores: FollowedScores, criteria: Criteria)? in
        guard let scores = followed[id], let instrument = known.first(where: { $0.id == id }),
          let criteria = Criteria(instrument)
        else { return nil }
        return (scores, criteria)
      }
      guard measures.count == instruments.count else { return nil }
      self.measures = measures
      self.values = values
    }

    init?(_ cohort: SelectedCohort, _ followUp: FollowUpChoice) {
      let known = cohort.table.program.instruments
      let followed = known.indices.filter { instruments.contains(known[$0].id) }.map {
        (known[$0].id, FollowedScores(cohort, instrument: $0, followUp))
      }
      self.init(
        known, Dictionary(uniqueKeysWithValues: followed), values: cohort.table.scoreValues)
    }

    func stage(of participant: Int) -> Stage {
      guard
        measures.allSatisfy({ $0.scores.baseline[participant] != TimepointCounts.noScore })
      else { return .notMeasured }
      var result: Result = []
      for (scores, criteria) in measures {
        guard let pair = scores.pair(of: participant, values) else { return .measuredAtBaseline }
        result.formUnion(criteria.result(of: pair))
      }
      return .finished(result)
    }
  }

  /// What one measure is judged by.
  struct Criteria: Sendable {
    private let instrument: Instrument
    private let caseness: Threshold
    private let rule: ChangeRule

    /// Nil for an instrument without published thresholds.
    init?(_ instrument: Instrument) {
      guard let caseness = instrument.threshold(.case),
        let rule = ChangeRule.published(.reliableChange, for: instrument).first
      else { return nil }
      self.instrument = instrument
      self.caseness = caseness
      self.rule = rule
    }

    /// What is true of one measure.
    func result(of pair: ScorePair) -> Result {
      var result: Result = []
      if caseness.isMet(by: pair.baseline) { result.insert(.caseAtBaseline) }
      if caseness.isMet(by: pair.followUp) { result.insert(.caseAtFollowUp) }
      switch rule.verdict(on: pair, of: instrument) {
      case .better: result.insert(.reliablyBetter)
      case .worse: result.insert(.reliablyWorse)
      case .same: break
      }
      return result
    }
  }

  /// Of the definitions; those of the thresholds stand in the instruments.
  package static let source = Source(
    "NHS Digital, Psychological Therapies: report on the use of IAPT services, May 2021, Outcomes",
    .read)

  /// The two measures.
  package static let instruments = ["phq-9", "gad-7"].compactMap(InstrumentID.init(rawValue:))
}

extension SelectedCohort {
  /// One count for each group, in the order of the groups.
  func talkingTherapies(_ reader: TalkingTherapies.Reader) -> [TalkingTherapies] {
    stages(reader.stage).enumerated().map { TalkingTherapies(group: groups[$0], $1) }
  }
}
