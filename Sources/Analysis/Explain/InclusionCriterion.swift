import Instruments
import Statistics

/// The participants whom a number includes: those whom it counts, or from whom it is computed. The
/// criterion is built from the functions that compute the number, and gives the reason for every
/// participant.
package struct InclusionCriterion: Sendable {
  /// True if the number refers to all selected participants, even if it is shown with a group.
  package let isOfEverybody: Bool
  /// The reason of the participants included although they count in no other number; nil if the
  /// number includes only participants who count.
  var countedExclusion: InclusionReason?
  /// Returns a function that judges each participant by their position in the table; nil if the
  /// instrument or timepoint that the number needs is missing.
  let judge: @Sendable (ExplainedCohort) -> ((Int) -> Inclusion)?

  init(
    ofEverybody isOfEverybody: Bool = false,
    _ judge: @escaping @Sendable (ExplainedCohort) -> ((Int) -> Inclusion)?
  ) {
    self.isOfEverybody = isOfEverybody
    self.judge = judge
  }

  /// The same criterion for all selected participants, even if the number is shown with a group.
  package var ofEverybody: InclusionCriterion {
    InclusionCriterion(ofEverybody: true, judge)
  }

  /// The same criterion at the first timepoint, whatever timepoint the number belongs to.
  package var atBaseline: InclusionCriterion {
    InclusionCriterion(ofEverybody: isOfEverybody) { judge($0.atBaseline) }
  }

  /// The participants included by this criterion and by a further one.
  ///
  /// - Parameter further: returns a function that judges each participant included so far, and
  ///   returns the inclusion it is given, or another.
  func and(
    _ further: @escaping @Sendable (ExplainedCohort) -> ((Int, Inclusion) -> Inclusion)?
  ) -> InclusionCriterion {
    InclusionCriterion(ofEverybody: isOfEverybody) { explained in
      guard let first = judge(explained), let second = further(explained) else { return nil }
      return { participant in
        let inclusion = first(participant)
        return inclusion.isIncluded ? second(participant, inclusion) : inclusion
      }
    }
  }
}

// MARK: Groups

extension InclusionCriterion {
  /// The participants included by this criterion who are in one of some groups.
  ///
  /// - Parameter groups: values of one attribute; not empty.
  package func of(groups: [CohortSelection.AttributeValue]) -> InclusionCriterion {
    and { explained in
      var selection = explained.cohort.selection
      selection.groupedBy = groups.first?.attribute
      let grouped = SelectedCohort(explained.table, selection)
      return { participant, inclusion in
        let number = grouped.group[participant]
        let group = number == SelectedCohort.none ? nil : grouped.groups[Int(number)]
        return group.map(groups.contains) == true ? inclusion : Inclusion(false, .otherGroup)
      }
    }
  }
}

// MARK: One timepoint

extension InclusionCriterion {
  /// Participants with one of these statuses at the timepoint.
  package static func status(_ statuses: AssessmentStatus...) -> InclusionCriterion {
    InclusionCriterion { statuses.contains(AssessmentStatus($0)) }
  }

  private init(_ condition: @escaping @Sendable (ScoreStatus) -> Bool) {
    self.init { explained in
      explained.followUpReader.map { reader in
        { participant in
          let status = reader.status(of: participant).status
          return Inclusion(condition(status), .hasStatus(AssessmentStatus(status)))
        }
      }
    }
  }

  /// All participants with a score at the timepoint.
  package static let scored = InclusionCriterion { $0.score != nil }
  /// All participants for whom the timepoint was due, scored or not.
  package static let due = InclusionCriterion(\.isDue)
  /// All participants for whom the timepoint was due, but who have no score there.
  package static let lostToFollowUp = InclusionCriterion(\.isLostToFollowUp)

  /// The participants included by this criterion who are also scored at baseline.
  package var sinceBaseline: InclusionCriterion {
    and { explained in
      explained.baselineReader.map { reader in
        { participant, inclusion in
          let status = reader.status(of: participant)
          return status.score == nil
            ? Inclusion(false, .lacksBaseline(AssessmentStatus(status))) : inclusion
        }
      }
    }
  }

  /// All participants with a score at both the timepoint and baseline.
  package static let paired = scored.sinceBaseline
  /// Participants scored at baseline for whom the timepoint was due, but who have no score there.
  package static let lostSinceBaseline = lostToFollowUp.sinceBaseline
  /// Participants scored at baseline for whom the timepoint was due, scored then or not.
  package static let pairedOrLost = due.sinceBaseline

  /// Participants whose score at the timepoint meets a condition.
  package static func scored(
    where condition: @escaping @Sendable (Double, Instrument) -> Bool
  ) -> InclusionCriterion {
    scored.and { explained in
      guard let reader = explained.followUpReader, let number = explained.instrument else {
        return nil
      }
      let instrument = explained.table.program.instruments[number]
      return { participant, inclusion in
        guard let score = reader.status(of: participant).status.score,
          condition(explained.table.scoreValues[Int(score)], instrument)
        else { return Inclusion(false, .otherScores) }
        return inclusion
      }
    }
  }

  /// Participants scored at the timepoint with every item of the form answered.
  package static let completeForms = scored.and { explained in
    guard let number = explained.instrument, case .timepoint(let timepoint)? = explained.followUp
    else { return nil }
    let forms = AnsweredForms(explained.table, instrument: number, timepoint: timepoint)
    return { participant, inclusion in
      forms.isComplete(of: participant) ? inclusion : Inclusion(false, .incompleteForm)
    }
  }
}

// MARK: Change

extension InclusionCriterion {
  /// Participants whose scores at baseline and at the timepoint meet a condition.
  package static func paired(
    where condition: @escaping @Sendable (ScorePair, ExplainedPairs) -> Bool
  ) -> InclusionCriterion {
    paired { pair, pairs, inclusion in
      condition(pair, pairs) ? inclusion : Inclusion(false, .otherScores)
    }
  }

  private static func paired(
    judge: @escaping @Sendable (ScorePair, ExplainedPairs, Inclusion) -> Inclusion
  ) -> InclusionCriterion {
    paired.and { explained in
      explained.pairs.map { pairs in
        { participant, inclusion in
          pairs[participant].map { judge($0, pairs, inclusion) } ?? inclusion
        }
      }
    }
  }

  /// Participants whose change has this verdict by a rule.
  package static func verdict(
    _ verdict: ChangeVerdict, by rule: ChangeRule
  ) -> InclusionCriterion {
    paired { pair, pairs, _ in
      let found = rule.verdict(on: pair, of: pairs.instrument)
      return Inclusion(found == verdict, .judged(found))
    }
  }

  /// Participants whose change has these verdicts by two rules.
  package static func verdicts(
    _ first: ChangeVerdict, _ second: ChangeVerdict, by agreement: RuleAgreement
  ) -> InclusionCriterion {
    paired { pair, pairs, _ in
      let found = [agreement.first, agreement.second].map {
        $0.verdict(on: pair, of: pairs.instrument)
      }
      return Inclusion(found == [first, second], .judgedTwice(found[0], found[1]))
    }
  }

  /// Participants with this category by a rule and a line.
  package static func category(
    _ category: ChangeCategory, by rule: ChangeRule, across line: ClinicalLine
  ) -> InclusionCriterion {
    paired { pair, pairs, _ in
      let found = ChangeCategory(pair, of: pairs.instrument, reliableBy: rule, across: line)
      return Inclusion(found == category, .became(found))
    }
  }
}

extension InclusionCriterion {
  /// Participants scored at both times whose scores belong to a class, or do not.
  ///
  /// - Parameters:
  ///   - atBaseline: true if the baseline score does, false if it does not; nil for either.
  ///   - atFollowUp: likewise.
  package static func paired(
    in scoreClass: ScoreClass, atBaseline: Bool?, atFollowUp: Bool?
  ) -> InclusionCriterion {
    paired { pair, pairs in
      func agrees(_ score: Double, with membership: Bool?) -> Bool {
        membership.map { $0 == scoreClass.contains(score, of: pairs.instrument) } ?? true
      }
      return agrees(pair.baseline, with: atBaseline) && agrees(pair.followUp, with: atFollowUp)
    }
  }
}

// MARK: Several timepoints

extension InclusionCriterion {
  /// Participants whose pattern of scored timepoints meets a condition.
  package static func pattern(
    where condition: @escaping @Sendable (MissingPatterns.Pattern) -> Bool
  ) -> InclusionCriterion {
    InclusionCriterion { explained in
      explained.instrument.map { instrument in
        let timepoints = explained.table.program.timepoints
        let readers = timepoints.indices.map {
          ScoreStatusReader(explained.cohort, instrument: instrument, timepoint: $0)
        }
        return { participant in
          let isScored = readers.map { $0.status(of: participant).score != nil }
          return Inclusion(
            condition(.init(isScored: isScored, participants: 1)),
            .scoredAt(zip(timepoints, isScored).filter(\.1).map(\.0.id.rawValue)))
        }
      }
    }
  }

  /// Participants scored at these timepoints and at no others.
  ///
  /// - Parameter timepoints: in the program's order.
  package static func scored(atExactly timepoints: [String]) -> InclusionCriterion {
    InclusionCriterion { explained in
      pattern { _ in true }.judge(explained).map { judge in
        { participant in
          let reason = judge(participant).reason
          return Inclusion(reason == .scoredAt(timepoints), reason)
        }
      }
    }
  }

  /// All participants with a score at any timepoint.
  package static let scoredAtAll = pattern { $0.isScored.contains(true) }
}
