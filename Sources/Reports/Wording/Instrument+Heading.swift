import Instruments

extension Instrument {
  /// The name, construct, unit and better direction: `UCLA-3: loneliness, lower is better`.
  var heading: String {
    let unit =
      switch metric {
      case .points: ""
      case .days: countsUnhealthyDays ? " (unhealthy days in 30)" : " (days in 30)"
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
  /// The name, marked where the score counts the opposite of the name: `Healthy Days (unhealthy)`.
  var nameInTables: String { countsUnhealthyDays ? name + " (unhealthy)" : name }
}
