import TestSupport

/// A reader who knows how the outputs are made and tries to find out what is hidden: every sum that
/// holds between numbers of people, written down from the definitions in README.
struct Reader {
  private(set) var equations = LinearSystem()

  /// - Parameters:
  ///   - printed: what the outputs print.
  ///   - readings: what a printed number may stand for.
  init(_ printed: PrintedNumbers, readings: (Int) -> ClosedRange<Int>) {
    for (address, number) in printed.numbers {
      equations.add(address, number.map(readings))
    }
    for scope in printed.scopes {
      for instrument in printed.instruments {
        for timepoint in printed.timepoints {
          addSums(scope, "\(scope)/\(instrument)/", timepoint)
          if scope == "all", timepoint != "baseline" {
            addValue("\(scope)/\(instrument)/\(timepoint)")
          }
        }
      }
    }
    addGroups(printed.scopes.filter { $0 != "all" })
  }

  private static let reasons = [
    "not_due", "not_assessed", "skipped", "withdrawn", "not_scorable", "outside_window",
  ]

  private mutating func addSums(_ scope: String, _ measure: String, _ timepoint: String) {
    let place = measure + timepoint
    equations.addSum("\(scope)/enrolled", (["n"] + Self.reasons).map { "\(place)/\($0)" })
    equations.addSum(place + "/due", [place + "/n", place + "/lost_to_follow_up"])
    equations.addSum("\(scope)/enrolled", [place + "/due", place + "/not_due"])
    equations.addSum(place + "/n", [place + "/outside", place + "/inside"])
    if scope == "all" {
      equations.addSum("all/withdrawn", [place + "/withdrawn", place + "/withdrawn_otherwise"])
    }
    guard timepoint != "baseline" else { return }
    equations.addSum(place + "/n", [place + "/pairs", place + "/unpaired"])
    equations.addSum(place + "/pairs", [place + "/undefined", place + "/defined"])
    equations.addSum(measure + "baseline/n", [place + "/pairs", place + "/before"])
  }

  private mutating func addValue(_ place: String) {
    equations.addSum(place + "/before", Self.reasons.map { "\(place)/before/\($0)" })
    equations.addSum(place + "/before", [place + "/lost", place + "/before/not_due"])
    equations.addSum(place + "/pairs_and_lost", [place + "/pairs", place + "/lost"])
    for reason in Self.reasons {
      equations.addSum(
        "\(place)/\(reason)", ["\(place)/before/\(reason)", "\(place)/never/\(reason)"])
    }
  }

  private mutating func addGroups(_ groups: [String]) {
    guard let first = groups.first else { return }
    for address in equations.addresses where address.hasPrefix(first + "/") {
      let name = address.dropFirst(first.count)
      equations.addSum("all" + name, groups.map { $0 + name })
    }
  }
}
