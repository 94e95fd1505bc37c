import Instruments
import Statistics

/// The classification of one participant's change by a rule.
package enum ChangeVerdict: String, CaseIterable, Sendable {
  case better
  /// The change is too small for the rule, in either direction.
  case same
  case worse
}

/// A rule that decides whether a participant's change is large enough to count as better or worse.
package struct ChangeRule: Sendable, Equatable {
  /// The basis of a rule: three ways of judging the same change.
  package enum Kind: String, Sendable {
    /// The reliable change index of Jacobson and Truax, computed from the measurement error.
    case statistical = "reliable_change_index"
    /// A reliable change published for the instrument.
    case published = "published_reliable_change"
    /// The smallest change that is important to people, published for the instrument.
    case important = "smallest_important_change"
  }

  package let kind: Kind
  /// The number of points, with its source and the extent to which it was verified.
  package let threshold: Threshold

  /// The rule of a reliable change index.
  init(_ reliableChange: ReliableChange) {
    kind = .statistical
    threshold = Threshold(
      .reliableChange, .above, reliableChange.threshold, "reliable change index",
      source: .jacobsonAndTruax)
  }

  /// The rules of one kind published for an instrument.
  static func published(_ kind: Threshold.Kind, for instrument: Instrument) -> [ChangeRule] {
    instrument.thresholds.filter { $0.kind == kind }.map(ChangeRule.init)
  }

  /// Every rule for an instrument: published reliable changes, the index, published important
  /// changes.
  ///
  /// - Parameter index: nil if it cannot be computed.
  static func all(for instrument: Instrument, index: ReliableChange?) -> [ChangeRule] {
    published(.reliableChange, for: instrument)
      + (index.map { [ChangeRule($0)] } ?? [])
      + published(.smallestImportantChange, for: instrument)
  }

  /// The rule of a published threshold of either kind of change.
  package init(_ threshold: Threshold) {
    kind = threshold.kind == .reliableChange ? .published : .important
    self.threshold = threshold
  }

  package func verdict(on pair: ScorePair, of instrument: Instrument) -> ChangeVerdict {
    let isBetter = pair.improvement(on: instrument) > 0
    let points = isBetter ? threshold.value : threshold.valueForWorse
    guard threshold.comparison.holds(pair.size(besideLine: points), points) else { return .same }
    return isBetter ? .better : .worse
  }
}

extension ChangeRule {
  /// True if the rule judges every change on an instrument like another rule. For example, “above
  /// 3.21” and “4 or more” are equivalent if scores are whole numbers.
  package func judgesAlike(_ other: ChangeRule, on instrument: Instrument) -> Bool {
    guard let scores = instrument.wholeScores else { return threshold == other.threshold }
    let lowest = instrument.range.lowerBound
    return scores.allSatisfy { score in
      [
        ScorePair(baseline: lowest, followUp: score), ScorePair(baseline: score, followUp: lowest),
      ].allSatisfy { verdict(on: $0, of: instrument) == other.verdict(on: $0, of: instrument) }
    }
  }
}

extension Source {
  /// The reliable change index and its cutoffs.
  package static let jacobsonAndTruax = Source(
    "Jacobson and Truax 1991, J Consult Clin Psychol 59(1):12-19",
    link: "doi:10.1037/0022-006X.59.1.12",
    .computed(from: "the chosen standard deviation, reliability and norm")
  )
}
