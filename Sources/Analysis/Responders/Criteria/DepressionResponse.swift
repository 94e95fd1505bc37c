import Instruments
import Records

/// The numbers of participants with a raised PHQ-9 score at baseline who respond and remit, in the
/// style of the HEDIS depression measure. It is not HEDIS, whose follow-up is 120 to 240 days
/// later.
///
/// Raised means above 9; response, a score at least 50 % lower; remission, a score below 5 (NCQA,
/// Depression Remission or Response).
package struct DepressionResponse: Sendable, Equatable {
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
    case notScoredAtBaseline
    /// Scored at baseline, and not above the line.
    case notRaised
    /// Raised, and not due at the follow-up by the as-of date.
    case notDue
    /// Raised and due, without a follow-up score.
    case notFollowed
    /// Raised, with a follow-up score.
    case followed(Result)

    package static let allCases =
      [notScoredAtBaseline, notRaised, notDue, notFollowed]
      + (0..<8).map { followed(Result(rawValue: $0)) }

    package var isRaised: Bool { self != .notScoredAtBaseline && self != .notRaised }
    package var isDue: Bool { isRaised && self != .notDue }

    fileprivate var result: Result? {
      guard case .followed(let result) = self else { return nil }
      return result
    }
  }

  /// The properties of a follow-up score.
  package struct Result: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let response = Result(rawValue: 1)
    package static let remission = Result(rawValue: 2)
    /// Higher than at baseline.
    package static let higher = Result(rawValue: 4)
  }

  /// The outcomes counted, by their names in JSON. Participants who are due but have no follow-up
  /// count as without response and not in remission.
  package enum Outcome: String, Sendable, CaseIterable {
    case followed
    case responseOfFollowed = "response_of_followed"
    case remissionOfFollowed = "remission_of_followed"
    case higherOfFollowed = "higher_of_followed"
    case responseOfDue = "response_of_due"
    case remissionOfDue = "remission_of_due"

    /// True if a participant at this stage belongs to the denominator.
    package func isOf(_ stage: Stage) -> Bool {
      switch self {
      case .followed, .responseOfDue, .remissionOfDue: stage.isDue
      case .responseOfFollowed, .remissionOfFollowed, .higherOfFollowed: stage.result != nil
      }
    }

    /// True if a participant at this stage has the outcome.
    package func isReached(by stage: Stage) -> Bool {
      guard let result = stage.result else { return false }
      return switch self {
      case .followed: true
      case .responseOfFollowed, .responseOfDue: result.contains(.response)
      case .remissionOfFollowed, .remissionOfDue: result.contains(.remission)
      case .higherOfFollowed: result.contains(.higher)
      }
    }
  }

  /// Participants with a raised score at baseline.
  package var raised: Int { stages.count(\.isRaised) }
  /// Participants with a raised score whose follow-up can be expected by the as-of date.
  package var due: Int { stages.count(\.isDue) }

  package subscript(outcome: Outcome) -> Share {
    Share(stages.count(outcome.isReached), of: stages.count(outcome.isOf))
  }

  /// Determines the stage of each participant of a cohort.
  struct Reader {
    private let scores: FollowedScores
    /// The distinct scores, by their numbers in the table.
    private let values: [Double]

    /// - Parameter scores: the scores of PHQ-9.
    init(_ scores: FollowedScores, values: [Double]) {
      self.scores = scores
      self.values = values
    }

    /// Nil if the program has no PHQ-9.
    init?(_ cohort: SelectedCohort, _ followUp: FollowUpChoice) {
      let program = cohort.table.program
      guard let number = program.instruments.firstIndex(where: { $0.id == instrument }) else {
        return nil
      }
      self.init(
        FollowedScores(cohort, instrument: number, followUp), values: cohort.table.scoreValues)
    }

    func stage(of participant: Int) -> Stage {
      let number = scores.baseline[participant]
      guard number != TimepointCounts.noScore else { return .notScoredAtBaseline }
      guard values[Int(number)] > raisedAbove else { return .notRaised }
      guard let pair = scores.pair(of: participant, values) else {
        return scores.isDue[participant] ? .notFollowed : .notDue
      }
      var result: Result = []
      if pair.followUp <= pair.baseline / 2 { result.insert(.response) }
      if pair.followUp < remissionBelow { result.insert(.remission) }
      if pair.change > 0 { result.insert(.higher) }
      return .followed(result)
    }
  }

  package static let source = Source(
    "National Committee for Quality Assurance, HEDIS, Depression Remission or Response (DRR-E)",
    .quoted(by: "insurers' guides"))
  package static let raisedAbove = 9.0
  package static let remissionBelow = 5.0
  package static let instrument = InstrumentID(rawValue: "phq-9")
}

extension SelectedCohort {
  /// One result for each group, in the order of the groups.
  func depressionResponse(_ reader: DepressionResponse.Reader) -> [DepressionResponse] {
    stages(reader.stage).enumerated().map { DepressionResponse(group: groups[$0], $1) }
  }
}
