import Instruments
import Statistics

/// Whom a number includes: those whom it counts, or from whom it is computed. It is made of the
/// functions that make the number, and says of every participant why they are in or out.
package struct InclusionCriterion: Sendable {
  /// Whether it is of everybody asked about, even where the number stands with a group.
  package let isOfEverybody: Bool
  /// Makes what tells each participant, by the position in the table; nil where the number lacks
  /// the instrument or the timepoint that it takes.
  let judge: @Sendable (ExplainedCohort) -> ((Int) -> Inclusion)?

  init(
    ofEverybody isOfEverybody: Bool = false,
    _ judge: @escaping @Sendable (ExplainedCohort) -> ((Int) -> Inclusion)?
  ) {
    self.isOfEverybody = isOfEverybody
    self.judge = judge
  }

  /// The same of everybody asked about, even where the number stands with a group.
  package var ofEverybody: InclusionCriterion {
    InclusionCriterion(ofEverybody: true, judge)
  }

  /// The same at the first timepoint, wherever the number stands.
  package var atBaseline: InclusionCriterion {
    InclusionCriterion(ofEverybody: isOfEverybody) { judge($0.atBaseline) }
  }

  /// Those of them whom a further criterion leaves in.
  /// - Parameter further: makes what tells each participant who is in until then, and gives back
  ///   what it is given, or another answer.
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
  /// Those of them who are in one of some groups.
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

// MARK: Enrollment

extension InclusionCriterion {
  /// Everybody enrolled by the day of the question.
  package static let enrolled = InclusionCriterion { explained in
    { Inclusion(true, explained.cohort.participation(of: $0)) }
  }

  /// Those of them who withdrew by then.
  package static let withdrawn = InclusionCriterion { explained in
    { participant in
      let participation = explained.cohort.participation(of: participant)
      return Inclusion(participation != .takesPart, participation)
    }
  }

  /// Those who withdrew by then for a reason.
  /// - Parameter reason: as it was entered; empty where none was.
  package static func withdrawn(because reason: String) -> InclusionCriterion {
    InclusionCriterion { explained in
      { participant in
        let participation = explained.cohort.participation(of: participant)
        return Inclusion(participation == .withdrew(reason: reason), participation)
      }
    }
  }
}

extension SelectedCohort {
  fileprivate func participation(of participant: Int) -> InclusionReason {
    withdrawalReason(of: participant).map(InclusionReason.withdrew) ?? .takesPart
  }
}

// MARK: One timepoint

extension InclusionCriterion {
  /// Those who stand in one of these ways at the timepoint.
  package static func status(_ statuses: AssessmentStatus...) -> InclusionCriterion {
    InclusionCriterion { statuses.contains(AssessmentStatus($0)) }
  }

  private init(_ isMeant: @escaping @Sendable (ScoreStatus) -> Bool) {
    self.init { explained in
      explained.followUpReader.map { reader in
        { participant in
          let status = reader.status(of: participant).status
          return Inclusion(isMeant(status), .stands(AssessmentStatus(status)))
        }
      }
    }
  }

  /// Everybody with a score at the timepoint.
  package static let scored = InclusionCriterion { $0.score != nil }
  /// Everybody for whom the timepoint was due, scored or not.
  package static let due = InclusionCriterion(\.isDue)
  /// Everybody for whom the timepoint was due, and who has no score there.
  package static let lostToFollowUp = InclusionCriterion(\.isLostToFollowUp)

  /// Those of them who are scored at baseline too.
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

  /// Everybody with a score at the timepoint and at baseline.
  package static let paired = scored.sinceBaseline
  /// Those scored at baseline for whom the timepoint was due and who have no score there.
  package static let lostSinceBaseline = lostToFollowUp.sinceBaseline
  /// Those scored at baseline for whom the timepoint was due, scored then or not.
  package static let pairedOrLost = due.sinceBaseline

  /// Those scored at the timepoint whose score is such.
  package static func scored(
    where isMeant: @escaping @Sendable (Double, Instrument) -> Bool
  ) -> InclusionCriterion {
    scored.and { explained in
      guard let reader = explained.followUpReader, let number = explained.instrument else {
        return nil
      }
      let instrument = explained.table.program.instruments[number]
      return { participant, inclusion in
        guard let score = reader.status(of: participant).status.score,
          isMeant(explained.table.scoreValues[Int(score)], instrument)
        else { return Inclusion(false, .otherScores) }
        return inclusion
      }
    }
  }

  /// Those scored at the timepoint with every item of the form answered.
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
  /// Those scored both at baseline and at the timepoint whose two scores are such.
  package static func paired(
    where isMeant: @escaping @Sendable (ScorePair, ExplainedPairs) -> Bool
  ) -> InclusionCriterion {
    paired { pair, pairs, inclusion in
      isMeant(pair, pairs) ? inclusion : Inclusion(false, .otherScores)
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

  /// Those whose change a rule judges in this way.
  package static func verdict(
    _ verdict: ChangeVerdict, by rule: ChangeRule
  ) -> InclusionCriterion {
    paired { pair, pairs, _ in
      let found = rule.verdict(on: pair, of: pairs.instrument)
      return Inclusion(found == verdict, .judged(found))
    }
  }

  /// Those whose change two rules judge in these ways.
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

  /// Those who became this by a rule and a line.
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
  /// Those scored at both whose scores belong to a class, or not.
  /// - Parameters:
  ///   - atBaseline: whether the one at baseline does; nil for either.
  ///   - atFollowUp: likewise.
  package static func paired(
    in scoreClass: ScoreClass, atBaseline: Bool?, atFollowUp: Bool?
  ) -> InclusionCriterion {
    paired { pair, pairs in
      func agrees(_ score: Double, with isMeant: Bool?) -> Bool {
        isMeant.map { $0 == scoreClass.contains(score, of: pairs.instrument) } ?? true
      }
      return agrees(pair.baseline, with: atBaseline) && agrees(pair.followUp, with: atFollowUp)
    }
  }
}

// MARK: Several timepoints

extension InclusionCriterion {
  /// Those whose timepoints are scored in such a way.
  package static func pattern(
    where isMeant: @escaping @Sendable (MissingPatterns.Pattern) -> Bool
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
            isMeant(.init(isScored: isScored, participants: 1)),
            .scoredAt(zip(timepoints, isScored).filter(\.1).map(\.0.id.rawValue)))
        }
      }
    }
  }

  /// Everybody scored at these timepoints and at no others.
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

  /// Everybody with a score at any timepoint.
  package static let scoredAtAll = pattern { $0.isScored.contains(true) }
}
