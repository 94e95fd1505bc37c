import Documents
import Analysis
import Records
import Text

/// The report of `outcomes savings`.
package struct SavingsReport: Reportable {
  private let analysis: SavingsAnalysis
  private let disclosure: Disclosure

  private var program: Program { analysis.program }
  private var selection: CohortSelection { analysis.selection }
  private var everybody: SavingsAnalysis.Part { analysis.everybody }

  package init(_ analysis: SavingsAnalysis, _ disclosure: Disclosure = .everything) {
    self.analysis = analysis
    self.disclosure = disclosure
  }

  package var document: Document {
    Document(
      title: "\(program.settings.name): savings as of \(selection.moment)",
      blocks: disclosure.note
        + (everybody.savings.map(blocks)
          ?? [.paragraph("No estimate without a rate. " + whatIsNeeded)])
        + ValuationSection.blocks(of: everybody.valuations, disclosure)
        + SavingsGroupBlocks.blocks(of: analysis, disclosure)
        + ValuationOffer.blocks(for: program, disclosure))
  }

  package var table: Table {
    SavingsRows.table(
      of: ([everybody] + analysis.groups).compactMap(\.savings), disclosure)
  }

  package var json: JSONValue {
    .object(
      [
        JSONMember("schema", .string("outcomes.savings/1")),
        JSONMember("program", .string(program.settings.name)),
      ] + selection.momentMembers + disclosure.members + members(of: everybody) + [
        JSONMember(
          "groups",
          .array(
            analysis.groups.map { part in
              .object(GroupFields.member(of: part.group) + members(of: part))
            }))
      ])
  }

  private func members(of part: SavingsAnalysis.Part) -> [JSONMember] {
    let json = SavingsJSON(part.savings, disclosure)
    return json.members + json.furtherMembers + [
      JSONMember("valuations", ValuationFields.json(of: part.valuations, disclosure))
    ]
  }

  private func blocks(_ estimate: SavingsEstimate) -> [Block] {
    let sentences = SavingsSentences(estimate, disclosure)
    let headline = ([sentences.headline] + selection.sentences).joined(separator: " ")
    guard estimate.hasPairs(disclosure) else {
      return [.paragraph(headline), sentences.rateNotes]
    }
    let disclosed = estimate.disclosed(disclosure)
    let balance = SavingsBalanceTable(disclosed, disclosure)
    let opening =
      [headline, balance?.headline, sentences.uncertainty, sentences.lost].compactMap(\.self).map(
        Block.paragraph) + [
        .table(SavingsTable.table(of: disclosed, disclosure)), .paragraph(SavingsTable.note),
      ]
    return opening + (balance.map { [.table($0.table), $0.notes] } ?? [])
      + SensitivityTable.blocks(of: disclosed, disclosure) + [
        sentences.formula, sentences.rateNotes, sentences.caveats,
        CHEERSNotes.block(for: estimate, selection), sentences.comparison,
      ]
  }

  private var whatIsNeeded: String {
    guard let rate = program.settings.savings else {
      return
        "Set one with `outcomes set savings VALUE --reason TEXT`. VALUE is a JSON object with"
        + " instrument, rate, currency, months, price_year, population, source and caveats: the"
        + " value of one unhealthy day avoided, and where it comes from; if known, also"
        + " rate_range, an object with low, high and source."
    }
    if program.instrument(rate.instrument) == nil {
      return "The rate in program.json is for \(rate.instrument), which this program does not use:"
        + " add it to `instruments`."
    }
    return "An estimate needs a follow-up: add one to `timepoints` in program.json."
  }
}
