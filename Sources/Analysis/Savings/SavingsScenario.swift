import Records
import Statistics

/// A saving with one value changed and all else as set: a row of a one-way sensitivity analysis.
package struct SavingsScenario: Sendable, Equatable {
  /// The one value that is changed, and what it is here.
  package enum Assumption: Sendable, Equatable {
    /// None: everything as set, and all of the change taken as due to the program.
    case asSet
    /// The low end of the rate's range, in money per unhealthy day and month.
    case lowRate(Double)
    /// The high end of the rate's range.
    case highRate(Double)
    /// Money per unhealthy day and month, this much more than set, in percent.
    case rate(Double, percent: Double)
    /// How many months the change is taken to last.
    case months(Double)
    /// Nothing is discounted, although more than a year is valued.
    case undiscounted
    /// The share of the change taken as due to the program, in percent.
    case shareDueToProgram(Double)
    /// Everybody scored at baseline is counted, those lost to follow-up as unchanged.
    case lostUnchanged
  }

  package let assumption: Assumption
  /// The saving per participant, over those scored at both; over those lost to follow-up too where
  /// they are taken as unchanged.
  package let saving: ValuedChange
  /// The saving beside the program's cost; nil where no cost was given.
  package let balance: SavingsBalance?
}

extension SavingsEstimate {
  /// The estimate as set, then each value changed in turn. Months that are as set are not repeated.
  package var sensitivity: [SavingsScenario] {
    let months = [3.0, 6].filter { $0 != rate.months }.map {
      scenario(.months($0), worth: rate.worth(for: $0))
    }
    let undiscounted =
      rate.appliedDiscount == nil ? [] : [scenario(.undiscounted, worth: rate.rate * rate.months)]
    let shares = [25.0, 50, 75].map {
      scenario(.shareDueToProgram($0), worth: rate.worth() * $0 / 100)
    }
    return [scenario(.asSet, pairs)] + endsOfTheRate + otherRates + months + undiscounted + shares
      + [scenario(.lostUnchanged, lostUnchanged)]
  }

  /// The estimate at the low and at the high end of the rate's range; none where it has no range.
  package var endsOfTheRate: [SavingsScenario] {
    guard let range = rate.range else { return [] }
    return [
      scenario(.lowRate(range.low), worth: rate.worth(at: range.low)),
      scenario(.highRate(range.high), worth: rate.worth(at: range.high)),
    ]
  }

  private var otherRates: [SavingsScenario] {
    [-50.0, -25, 25].map { percent in
      let changed = rate.rate * (1 + percent / 100)
      return scenario(.rate(changed, percent: percent), worth: rate.worth(at: changed))
    }
  }

  private func scenario(
    _ assumption: SavingsScenario.Assumption, worth: Double
  ) -> SavingsScenario {
    scenario(assumption, pairs.valued(at: worth))
  }

  private func scenario(
    _ assumption: SavingsScenario.Assumption, _ saving: ValuedChange
  ) -> SavingsScenario {
    SavingsScenario(
      assumption: assumption, saving: saving, balance: balance(of: saving, baselineMean: nil))
  }
}
