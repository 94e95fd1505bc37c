import Records
import Statistics

extension CountName {
  /// Pairs with a verdict by a rule; the rule is named by its position in the criteria.
  package static func rule(_ position: Int, _ verdict: ChangeVerdict) -> CountName {
    CountName(rawValue: "rule_\(position)_\(verdict.rawValue)")
  }

  /// Pairs with a category by a line; the line is named by its position in the criteria.
  package static func line(_ position: Int, _ category: ChangeCategory) -> CountName {
    CountName(rawValue: "line_\(position)_\(category.rawValue)")
  }
}

extension ResponderAnalysis {
  /// The plan for summaries, extended to the numbers of individual changes at one timepoint.
  ///
  /// Every number shown is a sum over kinds of pairs, where a kind is all pairs with the same
  /// verdict by every rule and the same category by every line, so that the differences between two
  /// rules are protected too. If the number of pairs is hidden, so is everything computed from
  /// them.
  package func plan(after summaries: SuppressionPlan) -> SuppressionPlan {
    var plan = summaries
    guard let timepoint else { return plan }
    for whole in measures where whole.group == nil {
      let place = whole.place(timepoint)
      guard summaries.shows(CountAddress(place, .pairs)) else { continue }
      let kinds = whole.kinds.keys.sorted { $0.rawValue < $1.rawValue }
      var disclosedCounts = DisclosedCounts()
      disclosedCounts.add(whole, place, kinds: kinds, isShown: true)
      let ofEverybody = SuppressionPlan(disclosedCounts, plan.policy)
      plan.formUnion(ofEverybody)
      let groups = measures.filter {
        $0.group != nil && $0.instrument.id == whole.instrument.id
      }
      guard !groups.isEmpty else { continue }
      for group in groups {
        let isShown = summaries.shows(CountAddress(group.place(timepoint), .pairs))
        disclosedCounts.add(group, group.place(timepoint), kinds: kinds, isShown: isShown)
      }
      for kind in kinds {
        disclosedCounts.addSum(
          CountAddress(place, kind),
          of: groups.map { CountAddress($0.place(timepoint), kind) })
      }
      plan.formUnion(SuppressionPlan(disclosedCounts, plan.policy, after: ofEverybody))
    }
    return plan
  }
}

extension DisclosedCounts {
  /// Adds the numbers shown about a measure's pairs.
  ///
  /// - Parameters:
  ///   - kinds: the kinds of all participants' pairs.
  ///   - isShown: true if the number of pairs is shown; if not, nothing about them is.
  fileprivate mutating func add(
    _ measure: MeasureResponders, _ place: CountPlace, kinds: [CountName], isShown: Bool
  ) {
    let counts = measure.kinds
    for kind in kinds { add(CountAddress(place, kind), counts[kind] ?? 0, .unprinted) }
    guard isShown else { return }
    let pairs = CountAddress(place, .pairs)
    add(pairs, measure.pairs, .known)
    addSum(pairs, of: kinds.map { CountAddress(place, $0) })
    for (name, count, use) in measure.shownCounts {
      let address = CountAddress(place, name)
      add(address, count, use)
      let parts = kinds.filter { kind in
        kind.rawValue.split(separator: " ").contains { $0 == name.rawValue }
      }
      addSum(address, of: parts.map { CountAddress(place, $0) })
    }
  }
}

extension MeasureResponders {
  /// The place of the numbers at a timepoint.
  package func place(_ timepoint: Timepoint) -> CountPlace {
    CountPlace(group: group, instrument: instrument.id, timepoint: timepoint.id)
  }

  /// The number of pairs of each kind, which is named by its verdicts and categories.
  fileprivate var kinds: [CountName: Int] {
    var counts: [CountName: Int] = [:]
    for cell in sample.cells {
      let names = names(of: ScorePair(baseline: cell.baseline, followUp: cell.followUp))
      counts[CountName(rawValue: names.map(\.rawValue).joined(separator: " ")), default: 0] +=
        cell.count
    }
    return counts
  }

  private func names(of pair: ScorePair) -> [CountName] {
    let verdicts = rules.enumerated().map { position, byRule in
      CountName.rule(position, byRule.rule.verdict(on: pair, of: instrument))
    }
    let categories = lines.enumerated().compactMap { position, byLine in
      criteria.reliableRule.map { rule in
        CountName.line(
          position, ChangeCategory(pair, of: instrument, reliableBy: rule, across: byLine.line))
      }
    }
    return verdicts + categories
  }

  /// All numbers printed about the pairs.
  fileprivate var shownCounts: [(CountName, Int, DisclosedCounts.Use)] {
    rules.enumerated().flatMap { position, byRule in
      ChangeVerdict.allCases.map {
        (CountName.rule(position, $0), byRule.counts[$0].count, DisclosedCounts.Use.result)
      }
    }
      + lines.enumerated().flatMap { position, byLine in
        ChangeCategory.allCases.map {
          (CountName.line(position, $0), byLine.counts[$0].count, DisclosedCounts.Use.detail)
        }
      }
  }
}
