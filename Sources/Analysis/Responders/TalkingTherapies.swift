import Instruments
import Records

/// How many participants recovered and changed reliably on PHQ-9 and GAD-7 together, by the criteria of
/// NHS Talking Therapies; never an official figure of theirs.
///
/// At caseness is anyone who reaches the case threshold of either measure; recovered, who was at caseness at
/// baseline and is not at the follow-up. Reliably improved is who is reliably better on one measure and
/// reliably worse on none. Deterioration is the mirror image of it, which is this program's reading.
package struct TalkingTherapies: Sendable, Equatable {
  /// The group, nil for everybody.
  package let group: CohortSelection.AttributeValue?
  package internal(set) var enrolled = 0
  /// With both measures at baseline.
  package internal(set) var measuredAtBaseline = 0
  /// With both measures at both times: whom everything below counts.
  package internal(set) var finished = 0
  /// Of those finished, at caseness at baseline.
  package internal(set) var atCaseness = 0

  var recoveredCount = 0
  var newlyAtCasenessCount = 0
  var improvedCount = 0
  var deterioratedCount = 0
  var anyWorseCount = 0
  var reliablyRecoveredCount = 0

  init(group: CohortSelection.AttributeValue?) {
    self.group = group
  }

  /// Of those at caseness at baseline, who are not at the follow-up.
  package var recovered: Share { Share(recoveredCount, of: atCaseness) }
  /// Of those not at caseness at baseline, who are at the follow-up.
  package var newlyAtCaseness: Share {
    Share(newlyAtCasenessCount, of: finished - atCaseness)
  }
  /// Of all finished.
  package var reliablyImproved: Share { Share(improvedCount, of: finished) }
  /// Of all finished: reliably worse on one measure, reliably better on none.
  package var reliablyDeteriorated: Share { Share(deterioratedCount, of: finished) }
  /// Of all finished: neither of the two.
  package var notReliable: Share {
    Share(finished - improvedCount - deterioratedCount, of: finished)
  }
  /// Of all finished: reliably worse on one measure at least, as the Child Outcomes Research Consortium
  /// counts it.
  package var anyReliablyWorse: Share { Share(anyWorseCount, of: finished) }
  /// Of those at caseness at baseline: recovered and reliably improved.
  package var reliablyRecovered: Share { Share(reliablyRecoveredCount, of: atCaseness) }

  /// Counts one more who finished.
  mutating func count(_ both: [(pair: ScorePair, criteria: Criteria)]) {
    finished += 1
    let wasCase = both.contains { $0.criteria.isCase($0.pair.baseline) }
    let isCase = both.contains { $0.criteria.isCase($0.pair.followUp) }
    let verdicts = both.map { $0.criteria.verdict(on: $0.pair) }
    let isAnyBetter = verdicts.contains(.better)
    let isAnyWorse = verdicts.contains(.worse)
    let isImproved = isAnyBetter && !isAnyWorse
    if wasCase { atCaseness += 1 }
    if wasCase, !isCase { recoveredCount += 1 }
    if !wasCase, isCase { newlyAtCasenessCount += 1 }
    if isImproved { improvedCount += 1 }
    if isAnyWorse, !isAnyBetter { deterioratedCount += 1 }
    if isAnyWorse { anyWorseCount += 1 }
    if wasCase, !isCase, isImproved { reliablyRecoveredCount += 1 }
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

    func isCase(_ score: Double) -> Bool { caseness.isMet(by: score) }

    func verdict(on pair: ScorePair) -> ChangeVerdict { rule.verdict(on: pair, of: instrument) }
  }

  /// Of the definitions; those of the thresholds stand in the instruments.
  package static let source = Source(
    "NHS Digital, Psychological Therapies: report on the use of IAPT services, May 2021, Outcomes",
    .read)

  /// The two measures.
  package static let instruments = ["phq-9", "gad-7"].compactMap(InstrumentID.init(rawValue:))

  /// Everybody's scores of the two measures with their criteria; nil where one of them is not asked for or
  /// has no published thresholds.
  static func measures(
    _ known: [Instrument], _ followed: [InstrumentID: FollowedScores]
  ) -> [(scores: FollowedScores, criteria: Criteria)]? {
    let measures = instruments.compactMap { id -> (scores: FollowedScores, criteria: Criteria)? in
      guard let scores = followed[id], let instrument = known.first(where: { $0.id == id }),
        let criteria = Criteria(instrument)
      else { return nil }
      return (scores, criteria)
    }
    return measures.count == instruments.count ? measures : nil
  }
}

extension SelectedCohort {
  /// One count for each group, in the order of the groups.
  /// - Parameter measures: everybody's scores of the two instruments with their criteria.
  func talkingTherapies(
    _ measures: [(scores: FollowedScores, criteria: TalkingTherapies.Criteria)]
  ) -> [TalkingTherapies] {
    var counts = groups.map { TalkingTherapies(group: $0) }
    let pair = { (scores: FollowedScores, participant: Int) in
      ScorePair(
        baseline: self.table.scoreValues[Int(scores.baseline[participant])],
        followUp: self.table.scoreValues[Int(scores.followUp[participant])])
    }
    for participant in group.indices where group[participant] != Self.none {
      let number = Int(group[participant])
      counts[number].enrolled += 1
      guard
        measures.allSatisfy({ $0.scores.baseline[participant] != TimepointCounts.noScore })
      else { continue }
      counts[number].measuredAtBaseline += 1
      guard measures.allSatisfy({ $0.scores.isPair(participant) }) else { continue }
      counts[number].count(measures.map { (pair($0.scores, participant), $0.criteria) })
    }
    return counts
  }
}
