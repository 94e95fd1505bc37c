import Documents
import Analysis

/// The estimates of each group.
enum SavingsGroupBlocks {
  /// The tables of all groups; empty without groups or without any estimate.
  static func blocks(of analysis: SavingsAnalysis, _ disclosure: Disclosure) -> [Block] {
    guard let attribute = analysis.selection.groupedBy else { return [] }
    let tables =
      analysis.groups.flatMap { blocks(of: $0, disclosure) }
      + valuations(of: analysis, attribute, disclosure)
    guard !tables.isEmpty else { return [] }
    return [.heading("By \(attribute)")] + tables + [
      .paragraph(
        "Differences between groups here may be due to chance: `outcomes change --by \(attribute)`"
          + " tests them. A group's total saving also depends on how many of its participants were"
          + " scored.")
    ]
  }

  private static func blocks(
    of part: SavingsAnalysis.Part, _ disclosure: Disclosure
  ) -> [Block] {
    guard let savings = part.savings?.disclosed(disclosure) else { return [] }
    return [.table(SavingsTable.table(of: savings, disclosure))]
      + (SavingsBalanceTable(savings, disclosure).map { [.table($0.table)] } ?? [])
  }

  /// One table for each valuation, with one row for each group.
  private static func valuations(
    of analysis: SavingsAnalysis, _ attribute: String, _ disclosure: Disclosure
  ) -> [Block] {
    analysis.everybody.valuations.indices.map { position in
      let ofGroups = analysis.groups.map { $0.valuations[position].disclosed(disclosure) }
      return .table(
        Table(
          caption: ValuationSection.caption(of: analysis.everybody.valuations[position].valuation),
          columns: [Column(attribute, .leading)] + ValuationSection.columns,
          rows: ofGroups.map { estimate in
            [.text(estimate.group?.words ?? "")] + ValuationSection.cells(of: estimate, disclosure)
          }))
    }
  }
}
