import Instruments
import Statistics

/// A line between scores of people with a problem and of people without one.
package struct ClinicalLine: Sendable, Equatable {
  /// Who drew the line.
  package enum Origin: Sendable, Equatable {
    /// One of Jacobson and Truax's cut-offs, computed.
    case computed(Cutoff)
    /// A threshold that was published for the instrument.
    case published(Threshold)
  }

  /// The names of Jacobson and Truax's cut-offs.
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

  /// Whether somebody got across the line from the side of the problem to the other.
  func isCrossedForBetter(_ pair: ScorePair, on instrument: Instrument) -> Bool {
    isProblem(pair.baseline, instrument) && isHealthy(pair.followUp, instrument)
  }

  /// Whether somebody got worse, started not on the side of the problem, and did not end on the
  /// other.
  func isCrossedForWorse(_ pair: ScorePair, on instrument: Instrument) -> Bool {
    pair.improvement(on: instrument) < 0 && !isProblem(pair.baseline, instrument)
      && !isHealthy(pair.followUp, instrument)
  }

  /// Whether it puts every score of an instrument on the same side as another line does, as 9.3
  /// does where whole scores of 10 and more are cases.
  package func separatesAlike(_ other: ClinicalLine, on instrument: Instrument) -> Bool {
    guard let scores = instrument.wholeScores else {
      return score == other.score && comparison == other.comparison
    }
    return scores.allSatisfy {
      isProblem($0, instrument) == other.isProblem($0, instrument)
        && isHealthy($0, instrument) == other.isHealthy($0, instrument)
    }
  }

  /// Nil for a computed line, which has no side of its own.
  private var comparison: Threshold.Comparison? {
    switch origin {
    case .computed: nil
    case .published(let threshold): threshold.comparison
    }
  }

  /// A score exactly on a computed line is on neither side; a published one says where it belongs.
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
