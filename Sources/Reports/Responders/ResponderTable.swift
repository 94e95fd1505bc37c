import Documents
import Analysis
import Instruments

/// The tables of responders for people.
struct ResponderTable {
  let disclosure: Disclosure

  /// What each rule says of everybody, each verdict on its own row; rules that judge every change
  /// alike stand below the first of them, without counting again.
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
      caption: "Better and worse, of those scored at both times",
      columns: [
        Column("change", .leading), Column("points"), Column("outcome", .leading),
        Column("participants"),
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

  /// What became of everybody by each line, each outcome on its own row; one table for lines that
  /// separate the same scores.
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
          ? "Across the line: \(spelled[0])"
          : "Across the same line: " + spelled.joined(separator: "; "),
        columns: [Column("outcome", .leading), Column("participants")] + Self.share,
        rows: ChangeCategory.allCases.map { category in
          [.text(category.words)]
            + counted(byLine.counts[category], .line(position, category), place)
        })
    }
  }

  /// A line with its score: `NHS Talking Therapies caseness, ≥ 10`.
  private func words(for line: ClinicalLine, _ place: CountPlace) -> String {
    let score = DisclosedRow(disclosure, place, basis: .pairs).statistic(
      .decimal(line.score, decimals: ReadableNumber.decimals(for: [line.score])))
    return "\(line.label)\(line.source.doubt), \(line.sign)\(ReadableTable.text(score))"
  }

  /// How many are cases and in each band at both times, then how far the shares differ; nothing
  /// without such classes, or where numbers are to be shared.
  func proportions(_ measure: MeasureResponders, at followUp: String) -> [Table] {
    guard disclosure.policy == nil, !measure.proportions.isEmpty else { return [] }
    let proportions = measure.differentProportions
    return [
      Table(
        caption: "Counts and shares at baseline and \(followUp), of those scored at both times",
        columns: [
          Column("scores", .leading), Column("baseline"), Column(followUp, key: "followup"),
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
        caption: "Difference of these shares, \(followUp) − baseline",
        columns: [
          Column("scores", .leading), Column("percentage points", key: "difference"),
          Column("95 % CI", key: "difference_ci95", holdsIntervals: true), Column("p"),
        ],
        rows: proportions.map { title, proportion in
          let people = proportion.people
          return [
            .text(title),
            .optional(people.difference, else: Self.nobody) { .change(100 * $0, decimals: 1) },
            .optional(people.differenceInterval(), else: Self.nobody) {
              .interval(.init(lower: 100 * $0.lower, upper: 100 * $0.upper), decimals: 1)
            },
            .optional(people.test?.p, else: "nobody moved") { .probability($0) },
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

  private static let nobody = "nobody to count"

  /// How far each two rules agree that can differ; nil where there are none.
  func agreements(_ measure: MeasureResponders) -> Table? {
    let agreements = measure.agreements.filter {
      !$0.first.judgesAlike($0.second, on: measure.instrument)
    }
    guard !agreements.isEmpty else { return nil }
    let nobody = "nobody is scored at both times"
    return Table(
      caption: "How far these ways agree",
      columns: [
        Column("one", .leading), Column("other", .leading), Column("alike", key: "agreement"),
        Column("kappa"),
      ],
      rows: agreements.map { agreement in
        let found = agreement.agreement
        return [
          .text(agreement.first.threshold.label), .text(agreement.second.threshold.label),
          .optional(found?.proportion, else: nobody) { .share(100 * $0, decimals: 1) },
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
        let cells = counted(share, CountName(rawValue: ""), CountPlace())
        return [.text(words), cells[0], .integer(share.total)] + cells.dropFirst()
      })
  }

  private static let share = [
    Column("share", key: "percent"),
    Column("95 % CI (%)", key: "percent_ci95", holdsIntervals: true),
  ]

  /// The number, its percentage and Wilson's interval.
  private func counted(_ share: Share, _ name: CountName, _ place: CountPlace) -> [Cell] {
    let row = DisclosedRow(disclosure, place, basis: .pairs, name)
    return [
      row.people(name, share.count),
      row.cell(
        .optional(share.interval, else: Self.nobody) {
          .share(100 * $0.proportion, decimals: 1)
        },
        .revealing),
      row.cell(
        .optional(share.interval?.confidenceInterval, else: Self.nobody) {
          .interval(.init(lower: 100 * $0.lower, upper: 100 * $0.upper), decimals: 1)
        }, .revealing),
    ]
  }
}

extension ChangeCategory {
  /// What people read.
  fileprivate var words: String {
    switch self {
    case .recovered: "recovered: reliably better, and across"
    case .improved: "improved: reliably better, not across"
    case .crossedNotReliable: "across, but not reliably better"
    case .unchanged: "unchanged: neither"
    case .crossedBackNotReliable: "across for the worse, not reliably worse"
    case .deteriorated: "deteriorated: reliably worse, not across"
    case .deterioratedAndCrossed: "deteriorated: reliably worse, and across"
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
  var doubt: String { isVerified ? "" : " (unverified)" }
}

extension Threshold {
  /// `≥ 6`, or `≥ 8, worse ≥ 5` where a change for the worse needs another number of points.
  var points: String {
    let decimals = ReadableNumber.decimals(for: [value, valueForWorse])
    let number = { "\(comparison.sign) \(ReadableNumber.decimal($0, decimals: decimals))" }
    return number(value) + (differsForWorse ? ", worse \(number(valueForWorse))" : "")
  }
}
