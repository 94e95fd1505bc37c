import Analysis
import Records
import Text

/// What `outcomes savings` prints.
package struct SavingsReport: Reportable {
  private let estimate: SavingsEstimate?
  private let program: Program
  private let selection: CohortSelection

  /// - Parameter estimate: nil where the program cannot have one.
  package init(_ estimate: SavingsEstimate?, program: Program, selection: CohortSelection) {
    self.estimate = estimate
    self.program = program
    self.selection = selection
  }

  package var report: Report {
    Report(
      title: "\(program.settings.name): savings as of \(selection.moment)",
      blocks: estimate.map(blocks) ?? [.paragraph("No rate, no estimate. " + whatIsNeeded)])
  }

  package var table: Table { SavingsTable.table(of: estimate) }

  package var json: JSONValue {
    .object(
      [
        JSONMember("schema", .string("outcomes.savings/1")),
        JSONMember("program", .string(program.settings.name)),
      ] + selection.momentMembers + SavingsJSON.members(of: estimate))
  }

  private func blocks(_ estimate: SavingsEstimate) -> [Block] {
    let headline = ([estimate.headline] + selection.sentences).joined(separator: " ")
    guard estimate.pairs.participants > 0 else {
      return [.paragraph(headline), estimate.rateNotes]
    }
    return [
      .paragraph(headline), .paragraph(estimate.lostSentence),
      .table(SavingsTableau.table(of: estimate)), estimate.formula, estimate.rateNotes,
      estimate.caveats, estimate.comparison,
    ]
  }

  private var whatIsNeeded: String {
    guard let rate = program.settings.savings else {
      return "To have one, add `savings` to program.json, with instrument, rate, currency, months,"
        + " price_year, population, source and caveats: what an unhealthy day avoided is worth, and"
        + " who says so."
    }
    if program.instrument(rate.instrument) == nil {
      return "The rate in program.json is for \(rate.instrument), which this program does not use:"
        + " add it to `instruments`."
    }
    return "A rate needs a follow-up to count from: add one to `timepoints` in program.json."
  }
}
