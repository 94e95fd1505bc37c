import Instruments
import Statistics

/// A line between the scores of people with a problem and those of people without one.
package struct ClinicalLine: Sendable, Equatable {
  /// The source of a line.
  package enum Origin: Sendable, Equatable {
    /// One of Jacobson and Truax's cutoffs, computed.
    case computed(Cutoff)
    /// A threshold published for the instrument.
    case published(Threshold)
  }

  /// The names of Jacobson and Truax's cutoffs.
  package enum Cutoff: String, CaseIterable, Sendable {
    case a, b, c
  }

  package let origin: Origin
  /// In the unit of the instrument.
  package let score: Double

  init(_ cutoff: Cutoff, at score: Double) {
    origin = .computed(cutoff)
    self.score = score
  }

  init(_ threshold: Threshold) {
    origin = .published(threshold)
    score = threshold.value
  }

  /// True if a participant crossed the line from the side of the problem to the other.
  func isCrossedForBetter(_ pair: ScorePair, on instrument: Instrument) -> Bool {
    isProblem(pair.baseline, instrument) && isHealthy(pair.followUp, instrument)
  }

  /// True if a participant got worse, did not start on the side of the problem, and did not end on
  /// the healthy side.
  func isCrossedForWorse(_ pair: ScorePair, on instrument: Instrument) -> Bool {
    pair.improvement(on: instrument) < 0 && !isProblem(pair.baseline, instrument)
      && !isHealthy(pair.followUp, instrument)
  }

  /// True if the line puts every score of an instrument on the same side as another line. For
  /// example, 9.3 and a published threshold of 10 or more are equivalent for whole scores.
  package func separatesAlike(_ other: ClinicalLine, on instrument: Instrument) -> Bool {
    guard let scores = instrument.wholeScores else {
      return score == other.score && comparison == other.comparison
    }
    return scores.allSatisfy {
      isProblem($0, instrument) == other.isProblem($0, instrument)
        && isHealthy($0, instrument) == other.isHealthy($0, instrument)
    }
  }

  /// Nil for a computed line, which belongs to neither side.
  private var comparison: Threshold.Comparison? {
    switch origin {
    case .computed: nil
    case .published(let threshold): threshold.comparison
    }
  }

  /// A score exactly on a computed line is on neither side; for a published line, the threshold
  /// decides.
  private func isProblem(_ score: Double, _ instrument: Instrument) -> Bool {
    switch origin {
    case .computed: instrument.direction.improvement(of: score - self.score) < 0
    case .published(let threshold): threshold.isMet(by: score)
    }
  }

  private func isHealthy(_ score: Double, _ instrument: Instrument) -> Bool {
    switch origin {
    case .computed: instrument.direction.improvement(of: score - self.score) > 0
    case .published(let threshold): !threshold.isMet(by: score)
    }
  }
}
