import Records
import Statistics

/// A saving with one value changed and all else as set: a row of a one-way sensitivity analysis.
package struct SavingsScenario: Sendable, Equatable {
  /// The one value that is changed, and what it is here.
  package enum Assumption: Sendable, Equatable {
    /// None: everything as set, and all of the change taken as due to the program.
    case asSet
    /// Money per unhealthy day and month, this much more than set, in percent.
    case rate(Double, percent: Double)
    /// How many months the change is taken to last.
    case months(Double)
    /// The share of the change taken as due to the program, in percent.
    case shareDueToProgram(Double)
    /// Everybody scored at baseline is counted, those lost as unchanged.
    case lostUnchanged
  }

  package let assumption: Assumption
  /// The saving per participant and year, over those scored at both; over the lost too where they are
  /// taken as unchanged.
  package let saving: ValuedChange
  /// The saving less the program's cost of each participant counted; nil where no cost was given.
  package let net: Double?
}

extension SavingsEstimate {
  /// The estimate as set, then each value changed in turn. Months that are as set are not repeated.
  package var sensitivity: [SavingsScenario] {
    let rates = [-50.0, -25, 25].map { percent in
      let changed = rate.rate * (1 + percent / 100)
      return scenario(.rate(changed, percent: percent), worth: changed * rate.months)
    }
    let months = [3.0, 6].filter { $0 != rate.months }.map {
      scenario(.months($0), worth: rate.rate * $0)
    }
    let shares = [25.0, 50, 75].map {
      scenario(.shareDueToProgram($0), worth: worth * $0 / 100)
    }
    return [scenario(.asSet, pairs)] + rates + months + shares
      + [scenario(.lostUnchanged, lostUnchanged)]
  }

  private func scenario(
    _ assumption: SavingsScenario.Assumption, worth: Double
  ) -> SavingsScenario {
    scenario(assumption, pairs.valued(at: worth))
  }

  private func scenario(
    _ assumption: SavingsScenario.Assumption, _ saving: ValuedChange
  ) -> SavingsScenario {
    SavingsScenario(assumption: assumption, saving: saving, net: net(of: saving))
  }
}
