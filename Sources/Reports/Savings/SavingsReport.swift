import Analysis
import Records
import Text

/// What `outcomes savings` prints.
package struct SavingsReport: Reportable {
  private let estimate: SavingsEstimate?
  private let valuations: [ValuationEstimate]
  private let program: Program
  private let selection: CohortSelection
  private let disclosure: Disclosure

  /// - Parameters:
  ///   - estimate: nil where the program cannot have one.
  ///   - valuations: what else the program's change is worth, in the order of printing.
  package init(
    _ estimate: SavingsEstimate?, valuations: [ValuationEstimate] = [], program: Program,
    selection: CohortSelection, _ disclosure: Disclosure = .everything
  ) {
    self.estimate = estimate
    self.valuations = valuations
    self.program = program
    self.selection = selection
    self.disclosure = disclosure
  }

  package var report: Report {
    Report(
      title: "\(program.settings.name): savings as of \(selection.moment)",
      blocks: disclosure.note
        + (estimate.map(blocks) ?? [.paragraph("No rate, no estimate. " + whatIsNeeded)])
        + ValuationSection.blocks(of: valuations, disclosure)
        + ValuationOffer.blocks(for: program, disclosure))
  }

  package var table: Table { SavingsTable.table(of: estimate, disclosure) }

  package var json: JSONValue {
    .object(
      [
        JSONMember("schema", .string("outcomes.savings/1")),
        JSONMember("program", .string(program.settings.name)),
      ] + selection.momentMembers + disclosure.members
        + SavingsJSON.members(of: estimate, disclosure)
        + SavingsJSON.furtherMembers(of: estimate, disclosure) + [
          JSONMember("valuations", ValuationFields.json(of: valuations, disclosure))
        ])
  }

  private func blocks(_ estimate: SavingsEstimate) -> [Block] {
    let sentences = SavingsSentences(estimate, disclosure)
    let headline = ([sentences.headline] + selection.sentences).joined(separator: " ")
    guard estimate.hasPairs(disclosure) else {
      return [.paragraph(headline), sentences.rateNotes]
    }
    let disclosed = estimate.disclosed(disclosure)
    let opening: [Block] = [
      .paragraph(headline), .paragraph(sentences.lost),
      .table(SavingsTableau.table(of: disclosed, disclosure)),
    ]
    return opening
      + SavingsBalanceNotes.blocks(of: disclosed, estimate.rowOfPairs(disclosure))
      + SensitivityTable.blocks(of: disclosed, disclosure) + [
        sentences.formula, sentences.rateNotes, sentences.caveats,
        CHEERSNotes.block(for: estimate, selection), sentences.comparison,
      ]
  }

  private var whatIsNeeded: String {
    guard let rate = program.settings.savings else {
      return
        "To have one, use `outcomes set savings VALUE --reason TEXT`. VALUE is a JSON object with"
        + " instrument, rate, currency, months, price_year, population, source and caveats: what an"
        + " unhealthy day avoided is worth, and who says so."
    }
    if program.instrument(rate.instrument) == nil {
      return "The rate in program.json is for \(rate.instrument), which this program does not use:"
        + " add it to `instruments`."
    }
    return "A rate needs a follow-up to count from: add one to `timepoints` in program.json."
  }
}
