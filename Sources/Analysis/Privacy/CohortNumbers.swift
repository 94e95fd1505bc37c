import Instruments
import Records

/// The numbers of people that summaries and estimates show of one cohort, and the plan for hiding
/// them.
///
/// A number is hidden or shown consistently in `summary`, with groups and without, and in
/// `savings`, so that no output reveals what another hides.
package struct CohortNumbers: Sendable {
  private let enrolled: Int
  private let withdrawn: Int
  /// One measure for each instrument, for all selected participants.
  private let everybody: [MeasureSummary]
  /// One measure for each instrument and group.
  private let groups: [MeasureSummary]
  /// The instruments whose change is valued in money.
  private let valued: Set<InstrumentID>

  /// - Parameter summary: with or without groups.
  package init(_ summary: CohortSummary) {
    enrolled = summary.enrolled
    withdrawn = summary.withdrawn
    everybody = summary.measures.filter { $0.group == nil }
    groups = summary.measures.filter { $0.group != nil }
    valued = summary.valued
  }

  /// The plan for showing and hiding numbers. Instruments are planned separately: they share only
  /// the number enrolled, which is known, and the number withdrawn, which is decided first.
  package func plan(_ policy: SmallNumberPolicy) -> SuppressionPlan {
    let cohort = cohortCounts
    var plan = SuppressionPlan(cohort, policy)
    let first = plan
    for measure in everybody {
      var disclosedCounts = cohort
      disclosedCounts.add(measure)
      for point in measure.timepoints {
        disclosedCounts.split(
          CountAddress(CountPlace(), .withdrawnByNow), point.denominators.withdrawn,
          at: measure.place(point))
      }
      if valued.contains(measure.instrument.id) { disclosedCounts.addSavings(measure) }
      let ofEverybody = SuppressionPlan(disclosedCounts, policy, after: first)
      plan.formUnion(ofEverybody)
      let parts = groups.filter { $0.instrument.id == measure.instrument.id }
      guard !parts.isEmpty else { continue }
      disclosedCounts.addGroups(parts, of: measure)
      plan.formUnion(SuppressionPlan(disclosedCounts, policy, after: ofEverybody))
    }
    return plan
  }

  private var cohortCounts: DisclosedCounts {
    var disclosedCounts = DisclosedCounts()
    let all = CountAddress(CountPlace(), .enrolled)
    disclosedCounts.add(all, enrolled, .known)
    disclosedCounts.split(all, withdrawn, as: .withdrawnByNow, .detail, rest: .takingPart)
    return disclosedCounts
  }
}

extension DisclosedCounts {
  /// Adds the relation that participants withdrawn at a timepoint are some of all who withdrew.
  fileprivate mutating func split(
    _ withdrawnByNow: CountAddress, _ withdrawn: Int, at place: CountPlace
  ) {
    let rest = CountAddress(place, .withdrawnOtherwise)
    add(rest, (count(withdrawnByNow) ?? 0) - withdrawn, .unprinted)
    addSum(withdrawnByNow, of: [CountAddress(place, .withdrawn), rest])
  }

  /// Adds a measure's groups, which are large enough for their sizes to be known.
  fileprivate mutating func addGroups(_ groups: [MeasureSummary], of measure: MeasureSummary) {
    for group in groups {
      let place = CountPlace(group: group.group)
      add(CountAddress(place, .enrolled), group.timepoints[0].denominators.enrolled, .known)
      add(group)
    }
    addSums(
      of: groups.map { CountPlace(group: $0.group) },
      at: [CountPlace()] + measure.timepoints.map { measure.place($0) })
  }
}
