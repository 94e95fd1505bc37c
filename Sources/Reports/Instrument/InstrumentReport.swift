import Documents
import Instruments
import Text

/// The report of `outcomes instruments ID`: one instrument, explained with its sources.
package struct InstrumentReport: Reportable {
  private let instrument: Instrument

  package init(_ instrument: Instrument) {
    self.instrument = instrument
  }

  package var document: Document {
    Document(
      title: "\(instrument.name) · \(instrument.title)",
      blocks: [.paragraph(introduction)] + items + [.paragraph(scoring)] + bands + meanings
        + reliabilities + risks + notes)
  }

  /// One row for each item.
  package var table: Table {
    Table(
      columns: [
        Column("item"), Column("text", .leading), Column("answers", .leading),
        Column("scored", .leading),
      ],
      rows: instrument.items.enumerated().map { index, item in
        [
          .integer(index + 1), .text(item.text ?? item.topic.map { "(\($0))" } ?? ""),
          .text(item.answers.text), .text(scored(item, number: index + 1)),
        ]
      })
  }

  /// The instrument as an instrument file.
  package var json: JSONValue { instrument.json }

  private var introduction: String {
    let better = instrument.direction == .lowerIsBetter ? "lower" : "higher"
    let recall = instrument.recall.map { ", asked about the \($0)" } ?? ""
    return "Measures \(instrument.construct)\(recall). Scores from \(instrument.allowedScores); "
      + "\(better) is better."
      + (instrument.stem.map { " The question: “\($0)”" } ?? "")
  }

  private var items: [Block] {
    let scales = instrument.items.map(\.answers)
    guard let scale = scales.first else { return [] }
    let isShared = scales.allSatisfy { $0 == scale }
    let lines = instrument.items.enumerated().map { index, item in
      let words = item.text ?? item.topic.map { "(\($0))" } ?? "item"
      let how = scored(item, number: index + 1)
      return "\(index + 1). \(words)" + (isShared ? "" : " [\(item.answers.text)]")
        + (how == "yes" ? "" : " [\(how)]")
    }
    return [.notes(isShared ? "Items, answered \(scale.text)" : "Items", lines)]
  }

  private var scoring: String {
    let rules = instrument.missingItemRules.map { rule in
      "“\(rule.name)” (at most \(rule.atMost) missing"
        + (rule.source.map { "; \($0.text)" } ?? "") + ")"
    }
    let missing =
      instrument.isEnteredAsTotal
      ? ""
      : " Every scored item must be answered"
        + (rules.isEmpty
          ? "."
          : "; a program can choose a different rule in program.json: "
            + rules.joined(separator: ", ") + ".")
    return "Score: \(instrument.scoring.text).\(missing)"
      + (instrument.source.map { " Source: \($0.text)." } ?? "")
  }

  private var bands: [Block] {
    guard !instrument.bands.isEmpty else { return [] }
    let table = Table(
      columns: [Column("from"), Column("through"), Column("band", .leading)],
      rows: instrument.bands.map { band in
        [score(band.from), score(band.through), .text(band.label)]
      })
    let source = instrument.bandsSource.map { [Block.paragraph("Source: \($0.text).")] } ?? []
    return [.heading("Bands"), .table(table)] + source
  }

  /// The thresholds: what a score, or a change of a number of points, means.
  private var meanings: [Block] {
    guard !instrument.thresholds.isEmpty else {
      return [
        .paragraph(
          "No threshold with a source is known for a reliable or important change.")
      ]
    }
    return [
      .notes(
        "What a score and a change mean",
        instrument.thresholds.map { threshold in
          let number = threshold.numbers
          let sentence =
            switch threshold.kind {
            case .case: "a score \(number): \(threshold.label)"
            case .reliableChange:
              "a change of \(number): more than measurement error (\(threshold.label))"
            case .smallestImportantChange:
              "a change of \(number): the smallest important change (\(threshold.label))"
            }
          return "\(sentence). \(threshold.source.text)"
        })
    ]
  }

  /// The published reliabilities, from which a reliable change index can be computed.
  private var reliabilities: [Block] {
    guard !instrument.reliabilities.isEmpty else { return [] }
    return [
      .notes(
        "Published reliability (`outcomes responders` uses the first)",
        instrument.reliabilities.map { reliability in
          "\(reliability.kind.words) \(NumberText.shortest(reliability.value))"
            + (reliability.sample.map { " (\($0))" } ?? "") + ". \(reliability.source.text)"
        })
    ]
  }

  private var risks: [Block] {
    guard !instrument.riskItems.isEmpty else { return [] }
    return [
      .notes(
        "Needs a person's attention today, whatever the total score",
        instrument.riskItems.map {
          "\(instrument.itemName($0.item)) answered \($0.atLeast) or more"
        })
    ]
  }

  private var notes: [Block] {
    let codes = [
      instrument.loinc.panel.map { "LOINC panel \($0)" },
      instrument.loinc.score.map { "LOINC score \($0)" },
    ].compactMap { $0 }
    let all =
      instrument.cautions + (instrument.permission.map { ["Permission: \($0)"] } ?? []) + codes
    return all.isEmpty ? [] : [.notes("Good to know", all)]
  }

  private func scored(_ item: Item, number: Int) -> String {
    guard instrument.scoredItems.contains(number) else { return "not scored" }
    switch item.recode {
    case .none: return "yes"
    case .reversed: return "reversed"
    case .table(let points):
      let pairs = zip(item.answers.codes, points).map { "\($0)→\($1)" }
      return pairs.joined(separator: " ")
    }
  }

  private func score(_ value: Double) -> Cell {
    .decimal(value, decimals: value == value.rounded() ? 0 : 2)
  }
}
