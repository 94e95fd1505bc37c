extension InclusionCriterion {
  /// All participants enrolled by the as-of date.
  package static let enrolled = InclusionCriterion { explained in
    { Inclusion(true, explained.cohort.participation(of: $0)) }
  }

  /// Participants enrolled by the as-of date who withdrew by then.
  package static let withdrawn = InclusionCriterion { explained in
    { participant in
      let participation = explained.cohort.participation(of: participant)
      return Inclusion(participation != .takesPart, participation)
    }
  }

  /// Participants enrolled by then who withdrew from the use of what was recorded.
  package static var withdrawnFromUse: InclusionCriterion {
    var criterion = InclusionCriterion { explained in
      { Inclusion(false, explained.cohort.participation(of: $0)) }
    }
    criterion.countedExclusion = .withdrewFromUse
    return criterion
  }

  /// Participants who withdrew by then for a reason.
  ///
  /// - Parameter reason: as entered; empty if none was.
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
