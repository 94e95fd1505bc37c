import Instruments
import Records

/// The numbers of participants who recovered and changed reliably on PHQ-9 and GAD-7 together, by
/// the criteria of NHS Talking Therapies. These are never official NHS figures.
///
/// A participant is at caseness who reaches the case threshold of either measure, and recovered who
/// is at caseness at baseline but not at the follow-up. Reliable improvement means reliably better
/// on one measure and reliably worse on none. Reliable deterioration is defined as its mirror
/// image, which is this program's interpretation.
package struct TalkingTherapies: Sendable, Equatable {
  /// The group; nil for all participants.
  package let group: CohortSelection.AttributeValue?
  /// The number of participants who reached each stage.
  private let stages: StageCounts<Stage>

  init(group: CohortSelection.AttributeValue?, _ stages: StageCounts<Stage>) {
    self.group = group
    self.stages = stages
  }

  /// A participant's stage.
  package enum Stage: Sendable, Hashable, CaseIterable {
    /// Not measured at baseline on one measure or both.
    case notMeasured
    /// Measured at baseline on both measures, but not at the follow-up.
    case measuredAtBaseline
    /// Measured on both measures at both times.
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

  /// The properties of a participant who finished.
  package struct Result: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// At or beyond the threshold of either measure.
    package static let caseAtBaseline = Result(rawValue: 1)
    package static let caseAtFollowUp = Result(rawValue: 2)
    /// On at least one measure.
    package static let reliablyBetter = Result(rawValue: 4)
    package static let reliablyWorse = Result(rawValue: 8)
  }

  /// The outcomes counted, by their names in JSON.
  package enum Outcome: String, Sendable, CaseIterable {
    /// Of participants at caseness at baseline: not at caseness at the follow-up.
    case recovered
    /// Of participants not at caseness at baseline: at caseness at the follow-up.
    case newlyAtCaseness = "newly_at_caseness"
    /// Of all who finished: reliably better on one measure, reliably worse on none.
    case reliablyImproved = "reliably_improved"
    /// Of all who finished: neither better nor worse, or both.
    case noReliableChange = "no_reliable_change"
    /// Of all who finished: reliably worse on one measure, reliably better on none.
    case reliablyDeteriorated = "reliably_deteriorated"
    /// Of all who finished: reliably worse on at least one measure, as counted by the Child
    /// Outcomes Research Consortium.
    case anyReliablyWorse = "any_reliably_worse"
    /// Of participants at caseness at baseline: recovered and reliably improved.
    case reliablyRecovered = "reliably_recovered"

    /// True if a participant at this stage belongs to the denominator.
    package func isOf(_ stage: Stage) -> Bool {
      guard let result = stage.result else { return false }
      return switch self {
      case .recovered, .reliablyRecovered: result.contains(.caseAtBaseline)
      case .newlyAtCaseness: !result.contains(.caseAtBaseline)
      default: true
      }
    }

    /// True if a participant at this stage has the outcome.
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
  /// Measured at baseline on both measures.
  package var measuredAtBaseline: Int { stages.count(\.isMeasuredAtBaseline) }
  /// Measured on both measures at both times: the participants whose outcomes are counted.
  package var finished: Int { stages.count(\.isFinished) }
  /// Of participants who finished: at caseness at baseline.
  package var atCaseness: Int { stages.count(\.isAtCaseness) }

  package subscript(outcome: Outcome) -> Share {
    Share(stages.count(outcome.isReached), of: stages.count(outcome.isOf))
  }

  /// Determines the stage of each participant of a cohort.
  struct Reader {
    private let measures: [(scores: FollowedScores, criteria: Criteria)]
    /// The distinct scores, by their numbers in the table.
    private let values: [Double]

    /// Nil if one of the measures is not selected or has no published thresholds.
    ///
    /// - Parameter followed: the scores of each selected instrument.
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

  /// The criteria for one measure.
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

    /// The properties of a participant's scores on one measure.
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

  /// The source of the definitions; those of the thresholds are in the instruments.
  package static let source = Source(
    "NHS Digital, Psychological Therapies: report on the use of IAPT services, May 2021, Outcomes",
    .read)

  /// The two measures.
  package static let instruments = ["phq-9", "gad-7"].compactMap(InstrumentID.init(rawValue:))
}

extension SelectedCohort {
  /// One result for each group, in the order of the groups.
  func talkingTherapies(_ reader: TalkingTherapies.Reader) -> [TalkingTherapies] {
    stages(reader.stage).enumerated().map { TalkingTherapies(group: groups[$0], $1) }
  }
}
