import Instruments
import Statistics

/// A meaningful class of scores: a band, or the scores that meet a case threshold.
package enum ScoreClass: Sendable, Equatable {
  case cases(Threshold)
  case band(Band)

  /// The classes of an instrument: thresholds first, then bands from the lowest scores to the
  /// highest.
  static func all(of instrument: Instrument) -> [ScoreClass] {
    instrument.thresholds.filter { $0.kind == .case }.map(cases) + instrument.bands.map(band)
  }

  /// True if both classes contain the same scores of an instrument whose scores are whole numbers.
  package func holdsSameScores(as other: ScoreClass, on instrument: Instrument) -> Bool {
    instrument.wholeScores.map { scores in
      scores.allSatisfy {
        contains($0, of: instrument) == other.contains($0, of: instrument)
      }
    } ?? (self == other)
  }

  /// True if a score of an instrument belongs to the class.
  func contains(_ score: Double, of instrument: Instrument) -> Bool {
    switch self {
    case .cases(let threshold): threshold.isMet(by: score)
    case .band(let band): instrument.band(for: score) == band
    }
  }
}

/// The numbers of participants scored at both times whose score belongs to a class at each time.
package struct ClassProportions: Sendable, Equatable {
  package let scoreClass: ScoreClass
  /// The membership at baseline and at the follow-up.
  package let people: PairedProportions

  package var baseline: Share { Share(people.first, of: people.total) }
  package var followUp: Share { Share(people.second, of: people.total) }
  package var movedIn: Share { Share(people.movedIn, of: people.total) }
  package var movedOut: Share { Share(people.movedOut, of: people.total) }

  init(_ scoreClass: ScoreClass, of instrument: Instrument, _ sample: PairedFrequencyTable) {
    func count(baseline: Bool, followUp: Bool) -> Int {
      sample.cells.reduce(0) { count, cell in
        scoreClass.contains(cell.baseline, of: instrument) == baseline
          && scoreClass.contains(cell.followUp, of: instrument) == followUp
          ? count + cell.count : count
      }
    }
    self.scoreClass = scoreClass
    people = PairedProportions(
      both: count(baseline: true, followUp: true), movedOut: count(baseline: true, followUp: false),
      movedIn: count(baseline: false, followUp: true),
      neither: count(baseline: false, followUp: false))
  }
}

extension Instrument {
  /// Every possible score, from the lowest; nil if scores have decimals.
  var wholeScores: StrideThrough<Double>? {
    scoring.step.map { stride(from: range.lowerBound, through: range.upperBound, by: $0) }
  }
}
