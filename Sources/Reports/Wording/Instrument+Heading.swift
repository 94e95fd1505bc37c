import Instruments

extension Instrument {
  /// `UCLA-3: loneliness, lower is better`: what is measured, in what, and which way is better.
  var heading: String {
    let unit =
      switch metric {
      case .points: ""
      case .days: countsUnhealthyDays ? " (unhealthy days of 30)" : " (days of 30)"
      case .tScore: ", T score"
      }
    let better =
      switch direction {
      case .lowerIsBetter: "lower is better"
      case .higherIsBetter: "higher is better"
      }
    return "\(name): \(construct)\(unit), \(better)"
  }
}

extension Instrument {
  /// The name, with what it counts where the name alone says the opposite: `Healthy Days
  /// (unhealthy)`.
  var nameInTables: String { countsUnhealthyDays ? name + " (unhealthy)" : name }
}
