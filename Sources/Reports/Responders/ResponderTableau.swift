import Analysis
import Instruments

/// The tables of responders for people.
struct ResponderTableau {
  let disclosure: Disclosure

  /// One row a rule: those who got better beside those who got worse.
  func rules(_ measure: MeasureResponders, _ place: CensusPlace) -> Table {
    Table(
      caption: "Better and worse, of those scored at both times",
      columns: [
        Column("change", .leading), Column("points"), Column("better"),
        Column("%", key: "better_pct"),
        Column("95 % CI", key: "better_ci95", holdsIntervals: true), Column("same"),
        Column("worse"), Column("%", key: "worse_pct"),
        Column("95 % CI", key: "worse_ci95", holdsIntervals: true),
      ],
      rows: measure.rules.enumerated().map { position, byRule in
        let count = { (verdict: ChangeVerdict) in
          counted(byRule.counts[verdict], .rule(position, verdict), place)
        }
        let threshold = byRule.rule.threshold
        let points =
          DisclosedRow(disclosure, place, basis: .pairs).showsStatistics
          ? Cell.text(
            "\(threshold.comparison.sign) "
              + ReadableNumber.decimal(
                threshold.value, decimals: ReadableNumber.decimals(for: [threshold.value])))
          : .suppressed
        return [.text(threshold.label + threshold.source.doubt), points] + count(.better)
          + count(.same).prefix(1)
          + count(.worse)
      })
  }

  /// What became of everybody by one line, each outcome on its own row.
  func categories(
    _ byLine: MeasureResponders.ByLine, at position: Int, _ place: CensusPlace
  ) -> Table {
    let line = byLine.line
    let score = DisclosedRow(disclosure, place, basis: .pairs).statistic(
      .decimal(line.score, decimals: ReadableNumber.decimals(for: [line.score])))
    return Table(
      caption:
        "Across the line: \(line.label)\(line.source.doubt), \(line.sign)\(ReadableTable.text(score))",
      columns: [Column("outcome", .leading), Column("participants")] + Self.share,
      rows: ChangeCategory.allCases.map { category in
        [.text(category.words)]
          + counted(byLine.counts[category], .line(position, category), place)
      })
  }

  /// How far each two rules agree.
  func agreements(_ measure: MeasureResponders) -> Table {
    let nobody = "nobody is scored at both times"
    return Table(
      caption: "How far these ways agree",
      columns: [
        Column("one", .leading), Column("other", .leading), Column("alike, %", key: "agreement"),
        Column("kappa"),
      ],
      rows: measure.agreements.map { agreement in
        let found = agreement.agreement
        return [
          .text(agreement.first.threshold.label), .text(agreement.second.threshold.label),
          .optional(found?.proportion, else: nobody) { .decimal(100 * $0, decimals: 1) },
          .optional(
            found?.kappa, else: found == nil ? nobody : "both say the same one thing of everybody"
          ) { .decimal($0, decimals: 2) },
        ]
      })
  }

  /// Shares with denominators of their own.
  func outcomes(_ rows: [(words: String, share: Share)], caption: String) -> Table {
    Table(
      caption: caption,
      columns: [Column("outcome", .leading), Column("participants"), Column("of")] + Self.share,
      rows: rows.map { words, share in
        let cells = counted(share, CountName(rawValue: ""), CensusPlace())
        return [.text(words), cells[0], .integer(share.total)] + cells.dropFirst()
      })
  }

  private static let share = [
    Column("%", key: "percent"), Column("95 % CI", key: "percent_ci95", holdsIntervals: true),
  ]

  /// The number, its percentage and Wilson's interval.
  private func counted(_ share: Share, _ name: CountName, _ place: CensusPlace) -> [Cell] {
    let row = DisclosedRow(disclosure, place, basis: .pairs, name)
    let nobody = "nobody to count"
    return [
      row.people(name, share.count),
      row.cell(
        .optional(share.interval, else: nobody) { .decimal(100 * $0.proportion, decimals: 1) },
        .revealing),
      row.cell(
        .optional(share.interval?.confidenceInterval, else: nobody) {
          .interval(.init(lower: 100 * $0.lower, upper: 100 * $0.upper), decimals: 1)
        }, .revealing),
    ]
  }
}

extension ChangeCategory {
  /// What people read.
  fileprivate var words: String {
    switch self {
    case .recovered: "recovered"
    case .improved: "improved"
    case .crossedNotReliable: "crossed but not reliable"
    case .unchanged: "unchanged"
    case .crossedBackNotReliable: "crossed for the worse but not reliable"
    case .deteriorated: "deteriorated"
    case .deterioratedAndCrossed: "deteriorated and crossed"
    }
  }
}

extension ClinicalLine {
  /// The sign in front of the score where a published line has one: `≥ `.
  fileprivate var sign: String {
    switch origin {
    case .computed: ""
    case .published(let threshold): threshold.comparison.sign + " "
    }
  }
}

extension Source {
  /// What stands behind a name that was not verified.
  fileprivate var doubt: String { isVerified ? "" : " (unverified)" }
}
