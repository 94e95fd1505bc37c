import Documents
import Analysis
import Instruments

/// The tables of `outcomes responders`.
struct ResponderTable {
  let disclosure: Disclosure

  /// The number of participants by each rule, each verdict on its own row. Rules that judge every
  /// change alike are named below the first of them, without repeating its numbers.
  func rules(_ measure: MeasureResponders, _ place: CountPlace) -> Table {
    let rules = measure.rules.map(\.rule)
    let points = { (threshold: Threshold) in
      DisclosedRow(disclosure, place, basis: .pairs).showsStatistics
        ? Cell.text(threshold.points) : .suppressed
    }
    let name = { (rule: ChangeRule) in
      [.text(rule.threshold.label + rule.threshold.source.doubt), points(rule.threshold)]
    }
    return Table(
      caption: "Better and worse, among those scored at both times",
      columns: [
        Column("change", .leading), Column("points", numbers: ["value", "value_for_worse"]),
        Column("outcome", .leading),
        Column("participants", key: "count"),
      ] + Self.share,
      rows: measure.rules.enumerated().flatMap { position, byRule -> [[Cell]] in
        let alike = rules.indices.filter {
          rules[$0].judgesAlike(byRule.rule, on: measure.instrument)
        }
        guard alike.first == position else { return [] }
        return ChangeVerdict.allCases.map { verdict in
          let isFirst = verdict == ChangeVerdict.allCases.first
          return (isFirst ? name(byRule.rule) : [.blank, .blank]) + [.text(verdict.rawValue)]
            + counted(byRule.counts[verdict], .rule(position, verdict), place)
        }
          + alike.dropFirst().map {
            name(rules[$0]) + [.text("as above")] + [.blank, .blank, .blank]
          }
      })
  }

  /// The number of participants by each cutoff, each outcome on its own row; one table for cutoffs
  /// that separate the same scores.
  func categories(_ measure: MeasureResponders, _ place: CountPlace) -> [Table] {
    let lines = measure.lines.map(\.line)
    return measure.lines.enumerated().compactMap { position, byLine -> Table? in
      let alike = lines.indices.filter {
        lines[$0].separatesAlike(byLine.line, on: measure.instrument)
      }
      guard alike.first == position else { return nil }
      let spelled = alike.map { words(for: lines[$0], place) }
      return Table(
        caption: spelled.count == 1
          ? "Crossing a cutoff: \(spelled[0])"
          : "Crossing cutoffs that separate the same scores: " + spelled.joined(separator: "; "),
        columns: [Column("outcome", .leading), Column("participants", key: "count")]
          + Self.share,
        rows: ChangeCategory.allCases.map { category in
          [.text(category.words)]
            + counted(byLine.counts[category], .line(position, category), place)
        })
    }
  }

  /// A cutoff with its score: `NHS Talking Therapies caseness, ≥ 10`.
  private func words(for line: ClinicalLine, _ place: CountPlace) -> String {
    let score = DisclosedRow(disclosure, place, basis: .pairs).statistic(
      .decimal(line.score, decimals: ReadableNumber.decimals(for: [line.score])))
    return "\(line.label)\(line.source.doubt), \(line.sign)\(ReadableTable.text(score))"
  }

  /// The numbers at caseness and in each band at both times, then the differences between the
  /// shares; empty without such classes, and in shared output.
  func proportions(_ measure: MeasureResponders, at followUp: String) -> [Table] {
    guard disclosure.policy == nil, !measure.proportions.isEmpty else { return [] }
    let proportions = measure.differentProportions
    return [
      Table(
        caption: "Counts and shares at baseline and \(followUp), among those scored at both times",
        columns: [
          Column("scores", .leading),
          Column("baseline", numbers: ["baseline_count", "baseline_share"]),
          Column(followUp, key: "followup", numbers: ["followup_count", "followup_share"]),
          Column("moved in", key: "moved_in"), Column("moved out", key: "moved_out"),
        ],
        rows: proportions.map { title, proportion in
          let people = proportion.people
          return [
            .text(title), shared(proportion.baseline),
            shared(proportion.followUp), .integer(people.movedIn),
            .integer(people.movedOut),
          ]
        }),
      Table(
        caption: "Difference in these shares, \(followUp) − baseline",
        columns: [
          Column("scores", .leading), Column("percentage points", key: "difference"),
          Column("95 % CI", key: "difference_ci95", holdsIntervals: true), Column("p"),
        ],
        rows: proportions.map { title, proportion in
          let people = proportion.people
          return [
            .text(title),
            .optional(people.difference, else: Self.none) { .change(100 * $0, decimals: 1) },
            .optional(people.differenceInterval(), else: Self.none) {
              .interval(.init(lower: 100 * $0.lower, upper: 100 * $0.upper), decimals: 1)
            },
            .optional(people.test?.p, else: "no participant moved") { .probability($0) },
          ]
        }),
    ]
  }

  /// `12 (40.0 %)`.
  private func shared(_ share: Share) -> Cell {
    let percent = share.interval.map {
      " (\(ReadableNumber.share(100 * $0.proportion, decimals: 1)))"
    }
    return .text(ReadableNumber.integer(share.count) + (percent ?? ""))
  }

  private static let none = "no participants to count"

  /// The agreement between every two rules that can differ; nil where there are none.
  func agreements(_ measure: MeasureResponders) -> Table? {
    let agreements = measure.agreements.filter {
      !$0.first.judgesAlike($0.second, on: measure.instrument)
    }
    guard !agreements.isEmpty else { return nil }
    let none = "no participant is scored at both times"
    return Table(
      caption: "Agreement between these rules",
      columns: [
        Column("rule", .leading), Column("other rule", key: "other_rule", .leading),
        Column("agree", key: "agreement"), Column("kappa"),
      ],
      rows: agreements.map { agreement in
        let found = agreement.agreement
        return [
          .text(agreement.first.threshold.label), .text(agreement.second.threshold.label),
          .optional(found?.proportion, else: none) { .share(100 * $0, decimals: 1) },
          .optional(
            found?.kappa, else: found == nil ? none : "both give all participants the same verdict"
          ) { .decimal($0, decimals: 2) },
        ]
      })
  }

  /// Shares that each have their own denominator.
  func outcomes(_ rows: [(words: String, share: Share)], caption: String) -> Table {
    Table(
      caption: caption,
      columns: [
        Column("outcome", .leading), Column("participants", key: "count"), Column("of"),
      ] + Self.share,
      rows: rows.map { words, share in
        let cells = counted(share, CountName(rawValue: ""), CountPlace())
        return [.text(words), cells[0], .integer(share.total)] + cells.dropFirst()
      })
  }

  private static let share = [
    Column("share"), Column("95 % CI (%)", key: "share_ci95", holdsIntervals: true),
  ]

  /// The number, its percentage and Wilson's interval.
  private func counted(_ share: Share, _ name: CountName, _ place: CountPlace) -> [Cell] {
    let row = DisclosedRow(disclosure, place, basis: .pairs, name)
    return [
      row.people(name, share.count),
      row.cell(
        .optional(share.interval, else: Self.none) {
          .share(100 * $0.proportion, decimals: 1)
        },
        .revealing),
      row.cell(
        .optional(share.interval?.confidenceInterval, else: Self.none) {
          .interval(.init(lower: 100 * $0.lower, upper: 100 * $0.upper), decimals: 1)
        }, .revealing),
    ]
  }
}

extension ChangeCategory {
  /// The category as tables show it.
  fileprivate var words: String {
    switch self {
    case .recovered: "recovered: reliably better, and crossed"
    case .improved: "improved: reliably better, not crossed"
    case .crossedNotReliable: "crossed, but not reliably better"
    case .unchanged: "unchanged: neither"
    case .crossedBackNotReliable: "crossed back, but not reliably worse"
    case .deteriorated: "deteriorated: reliably worse, not crossed back"
    case .deterioratedAndCrossed: "deteriorated: reliably worse, and crossed back"
    }
  }
}

extension ClinicalLine {
  /// The comparison sign of a published cutoff with a space, `≥ `; empty for a computed one.
  fileprivate var sign: String {
    switch origin {
    case .computed: ""
    case .published(let threshold): threshold.comparison.sign + " "
    }
  }
}

extension Source {
  /// The mark after the name of something whose source was not verified; empty otherwise.
  var doubt: String { isVerified ? "" : " (unverified)" }
}

extension Threshold {
  /// The points needed: `≥ 6`, or `≥ 8, worse ≥ 5` where a change for the worse needs a different
  /// number.
  var points: String {
    let decimals = ReadableNumber.decimals(for: [value, valueForWorse])
    let number = { "\(comparison.sign) \(ReadableNumber.decimal($0, decimals: decimals))" }
    return number(value) + (differsForWorse ? ", worse \(number(valueForWorse))" : "")
  }
}
