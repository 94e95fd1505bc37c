import Records
import Statistics

/// A saving with one assumption changed and everything else as set: a row of a one-way sensitivity
/// analysis.
package struct SavingsScenario: Sendable, Equatable {
  /// The assumption that is changed, and its value.
  package enum Assumption: Sendable, Equatable {
    /// None: everything as set, and all of the change attributed to the program.
    case asSet
    /// The low end of the rate's range, in money per unhealthy day and month.
    case lowRate(Double)
    /// The high end of the rate's range.
    case highRate(Double)
    /// The rate in money per unhealthy day and month, and its percentage above the rate set.
    case rate(Double, percent: Double)
    /// The number of months that the change is assumed to last.
    case months(Double)
    /// Nothing is discounted, although more than a year is valued.
    case undiscounted
    /// The share of the change attributed to the program, in percent.
    case shareDueToProgram(Double)
    /// All participants scored at baseline count, with those lost to follow-up as unchanged.
    case lostUnchanged
  }

  package let assumption: Assumption
  /// The saving per participant, among participants scored at both times, and those lost to
  /// follow-up if they are taken as unchanged.
  package let saving: ValuedChange
  /// The saving minus the program's cost; nil if no cost was given.
  package let balance: SavingsBalance?
}

extension SavingsEstimate {
  /// The estimate as set, then each assumption changed in turn. Months equal to those set are not
  /// repeated.
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

  /// The estimate at the low and the high end of the rate's range; none if it has no range.
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
