import Instruments
import Records

/// How many participants with a raised PHQ-9 at baseline respond and remit, in the style of HEDIS's measure
/// of depression; it is not HEDIS, whose follow-up is 120 to 240 days later.
///
/// Raised is above 9; response a score at least 50 % lower; remission a score below 5 (NCQA, Depression
/// Remission or Response).
package struct DepressionResponse: Sendable, Equatable {
  /// The group, nil for everybody.
  package let group: CohortSelection.AttributeValue?
  /// With a raised score at baseline.
  package internal(set) var raised = 0
  /// Of those raised, whose follow-up can be expected by the day of the question.
  package internal(set) var due = 0

  var followedCount = 0
  var responseCount = 0
  var remissionCount = 0
  var higherCount = 0

  init(group: CohortSelection.AttributeValue?) {
    self.group = group
  }

  /// Of those due, who have a follow-up score.
  package var followed: Share { Share(followedCount, of: due) }
  package var responseOfFollowed: Share { Share(responseCount, of: followedCount) }
  package var remissionOfFollowed: Share { Share(remissionCount, of: followedCount) }
  /// Of those followed, whose score is higher than at baseline.
  package var higherOfFollowed: Share { Share(higherCount, of: followedCount) }
  /// With those without a follow-up counted as without response.
  package var responseOfDue: Share { Share(responseCount, of: due) }
  /// With those without a follow-up counted as not in remission.
  package var remissionOfDue: Share { Share(remissionCount, of: due) }

  /// Counts one more with a follow-up.
  mutating func count(_ pair: ScorePair) {
    followedCount += 1
    if pair.followUp <= pair.baseline / 2 { responseCount += 1 }
    if pair.followUp < Self.remissionBelow { remissionCount += 1 }
    if pair.change > 0 { higherCount += 1 }
  }

  package static let source = Source(
    "National Committee for Quality Assurance, HEDIS, Depression Remission or Response (DRR-E)",
    .quoted(by: "insurers' guides"))
  package static let raisedAbove = 9.0
  package static let remissionBelow = 5.0
  package static let instrument = InstrumentID(rawValue: "phq-9")
}

extension SelectedCohort {
  /// One count for each group, in the order of the groups.
  func depressionResponse(_ scores: FollowedScores) -> [DepressionResponse] {
    var counts = groups.map { DepressionResponse(group: $0) }
    for participant in group.indices
    where group[participant] != Self.none
      && scores.baseline[participant] != TimepointCounts.noScore
    {
      let baseline = table.scoreValues[Int(scores.baseline[participant])]
      guard baseline > DepressionResponse.raisedAbove else { continue }
      let number = Int(group[participant])
      counts[number].raised += 1
      if scores.isDue[participant] { counts[number].due += 1 }
      guard scores.isPair(participant) else { continue }
      counts[number].count(
        ScorePair(
          baseline: baseline, followUp: table.scoreValues[Int(scores.followUp[participant])]))
    }
    return counts
  }
}
