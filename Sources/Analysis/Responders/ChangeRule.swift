import Instruments
import Statistics

/// What a rule says of one participant's change.
package enum ChangeVerdict: String, CaseIterable, Sendable {
  case better
  /// The change is too small for the rule, in either direction.
  case same
  case worse
}

/// A rule by which a change of one participant is large enough to count, for the better or the
/// worse.
package struct ChangeRule: Sendable, Equatable {
  /// Where the rule comes from: three ways of looking at the same change.
  package enum Kind: String, Sendable {
    /// The error of measurement, computed by Jacobson and Truax.
    case statistical = "reliable_change_index"
    /// A reliable change that was published for the instrument.
    case published = "published_reliable_change"
    /// The smallest change that matters to people, published for the instrument.
    case important = "smallest_important_change"
  }

  package let kind: Kind
  /// The number of points, with its source and how far that was verified.
  package let threshold: Threshold

  /// The rule of an index of reliable change.
  init(_ reliableChange: ReliableChange) {
    kind = .statistical
    threshold = Threshold(
      .reliableChange, .above, reliableChange.threshold, "reliable change index",
      source: .jacobsonAndTruax)
  }

  /// The rules of a kind that were published for an instrument.
  static func published(_ kind: Threshold.Kind, for instrument: Instrument) -> [ChangeRule] {
    instrument.thresholds.filter { $0.kind == kind }.map(ChangeRule.init)
  }

  /// Every rule for an instrument: published reliable changes, the index, published important
  /// changes.
  /// - Parameter index: nil where it cannot be computed.
  static func all(for instrument: Instrument, index: ReliableChange?) -> [ChangeRule] {
    published(.reliableChange, for: instrument)
      + (index.map { [ChangeRule($0)] } ?? [])
      + published(.smallestImportantChange, for: instrument)
  }

  /// The rule of a threshold that was published, of either kind of change.
  init(_ threshold: Threshold) {
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
  /// Whether it says the same of every change of an instrument as another rule does, as “above
  /// 3.21” and “4 or more” do where scores are whole.
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
  /// The index of reliable change and its cutoffs.
  package static let jacobsonAndTruax = Source(
    "Jacobson and Truax 1991, J Consult Clin Psychol 59(1):12-19",
    link: "doi:10.1037/0022-006X.59.1.12",
    .computed(from: "the standard deviation, reliability and norm asked for")
  )
}
