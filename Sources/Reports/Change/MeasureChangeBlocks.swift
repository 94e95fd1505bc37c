import Documents
import Analysis

/// One measure of `outcomes change` for people.
struct MeasureChangeBlocks {
  private let measure: MeasureChange
  private let disclosure: Disclosure

  init(measure: MeasureChange, _ disclosure: Disclosure) {
    self.measure = measure
    self.disclosure = disclosure
  }

  var blocks: [Block] {
    let summary = measure.summary
    let blocks: [Block] = [
      .heading(summary.title), .table(ScoreTable.table(of: summary, disclosure)),
      .table(endsTable),
    ]
    guard measure.details.contains(where: { $0.change != nil }) else { return blocks }
    return blocks + [
      .table(ChangeTable.table(of: summary, disclosure)), .table(middleTable), .table(rankTable),
      .table(sizeTable),
    ] + sentences
  }

  /// The rows of a table about those scored at each timepoint.
  private var endsTable: Table {
    let countsDays = measure.details.contains { $0.ends.manyDays != nil }
    let days = [Column("14 days or more", key: "share_14_or_more")]
    return Table(
      caption: "Ends of the scale, and reliability",
      columns: [
        Column("timepoint", .leading), Column("n at lowest", key: "at_floor"),
        Column("n at highest", key: "at_ceiling"),
      ] + (countsDays ? days : []) + [
        Column("alpha"), Column("95 % CI", key: "alpha_ci95", holdsIntervals: true),
        Column("n of forms", key: "forms"),
      ],
      rows: zip(measure.summary.timepoints, measure.details).map { point, detail in
        let row = DisclosedRow(disclosure, measure.summary.place(point), basis: .scored)
        let share = detail.ends.manyDays?.share?.proportion
        let noForms = "no complete forms with different totals, or its items are not simply added"
        let alpha = detail.reliability(disclosure)
        let cells: [Cell] =
          [.integer(detail.ends.atFloor), .integer(detail.ends.atCeiling)]
          + (countsDays
            ? [
              .optional(share, else: "nobody") {
                .text(ReadableNumber.share(100 * $0, decimals: 1))
              }
            ]
            : [])
        return [.text(point.timepoint.id.rawValue)] + cells.map { row.cell($0, .extreme) } + [
          row.statistic(
            .optional(alpha?.alpha, else: noForms) { .decimal($0, decimals: 2) }, decimals: 2),
          row.statistic(
            .optional(alpha?.confidenceInterval, else: noForms) { .interval($0, decimals: 2) },
            decimals: 2),
          row.cell(alpha.map { .integer($0.forms) } ?? .integer(0), .extreme),
        ]
      })
  }

  /// The middle of the changes, once of all and once as the test of ranks has it.
  private var middleTable: Table {
    let medians = measure.details.compactMap(\.change?.changes).flatMap {
      [$0.firstQuartile, $0.median, $0.thirdQuartile].compactMap(\.self)
    }
    let decimals = ReadableNumber.decimals(for: medians)
    return changeTable(
      "Typical change: median of all, pseudomedian of those who changed",
      [
        Column("changed"), Column("unchanged"), Column("median", key: "median_change"),
        Column("[q1, q3]", key: "quartiles_of_change", holdsIntervals: true),
        Column("pseudomedian", key: "hodges_lehmann"),
        Column("95 % CI", key: "ci95", holdsIntervals: true),
      ]
    ) { change, _, row in
      let nobody = "nobody is scored at both times yet"
      let few = "too few changes, or all alike"
      return [
        row.cell(.integer(change.wilcoxon.changed), .extreme),
        row.cell(.integer(change.wilcoxon.unchanged), .extreme),
        row.statistic(
          .optional(change.changes.median, else: nobody) { .change($0, decimals: decimals) },
          decimals: 0),
        row.statistic(
          .optional(change.changes.interquartileRange, else: nobody) {
            .interval($0, decimals: decimals)
          }, decimals: 0),
        row.statistic(
          .optional(change.hodgesLehmann.pseudomedian, else: "nobody changed") {
            .change($0, decimals: 2)
          }),
        row.statistic(
          .optional(change.hodgesLehmann.confidenceInterval, else: few) {
            .interval($0, decimals: 2)
          }),
      ]
    }
  }

  private var rankTable: Table {
    changeTable(
      "Ranks: Wilcoxon's test",
      [
        Column("V", key: "wilcoxon_v"), Column("p"), Column("p (Holm)", key: "p_holm"),
        Column("by", key: "wilcoxon_method", .leading), Column("r_rb", key: "rank_biserial"),
      ]
    ) { change, _, row in
      let nobody = "nobody changed"
      let test = change.wilcoxon
      return [
        row.cell(.decimal(test.sumOfPositiveRanks, decimals: 1), .extreme),
        row.statistic(.optional(test.p, else: nobody, as: Cell.probability)),
        row.statistic(.optional(change.adjustedWilcoxonP, else: nobody, as: Cell.probability)),
        row.statistic(test.p == nil ? .blank : .text(test.isExact ? "exact" : "normal")),
        row.statistic(
          .optional(test.rankBiserialCorrelation, else: nobody) { .decimal($0, decimals: 2) }),
      ]
    }
  }

  private var sizeTable: Table {
    changeTable(
      "Effect sizes, and p adjusted for testing several",
      [
        Column("d_z", key: "cohens_dz"), Column("95 % CI", key: "ci95", holdsIntervals: true),
        Column("g_z", key: "hedges_g_z"), Column("g_av", key: "hedges_g_av"),
        Column("Glass", key: "glass_delta"), Column("to better end", key: "percent_of_distance"),
        Column("p (Holm)", key: "p_holm"),
      ]
    ) { change, summary, row in
      let undefined = "fewer than two pairs, or nothing to divide by"
      let size = { (value: Double?) in
        row.statistic(.optional(value, else: undefined) { .decimal($0, decimals: 2) })
      }
      let distance = change.percentOfDistance.map { percent in
        row.statistic(
          .optional(percent.ofMeans, else: "no pairs, or everybody was at the end at baseline") {
            .percent($0, decimals: 1)
          })
      }
      return [
        size(summary.sizes.cohensDz),
        row.statistic(
          .optional(change.cohensDzInterval, else: undefined) { .interval($0, decimals: 2) }),
        size(summary.sizes.hedgesGz), size(summary.sizes.hedgesGav),
        size(summary.sizes.glassDelta), distance ?? .blank,
        row.statistic(.optional(change.adjustedP, else: undefined, as: Cell.probability)),
      ]
    }
  }

  private func changeTable(
    _ caption: String, _ columns: [Column],
    _ cells: (ChangeDetail, ChangeSummary, DisclosedRow) -> [Cell]
  ) -> Table {
    Table(
      caption: caption, columns: [Column("timepoint", .leading)] + columns,
      rows: zip(measure.summary.timepoints, measure.details).compactMap { point, detail in
        guard let change = detail.change, let summary = point.change else { return nil }
        let row = DisclosedRow(disclosure, measure.summary.place(point), basis: .pairs)
        return [.text(point.timepoint.id.rawValue)] + cells(change, summary, row)
      })
  }

  /// Sentences hold exact numbers of people, so they stay where numbers are hidden or rounded.
  private var sentences: [Block] {
    let sentences = zip(measure.summary.timepoints, measure.details).compactMap {
      point, detail -> String? in
      guard disclosure.policy == nil, let change = point.change, let own = detail.change else {
        return nil
      }
      return APASentence.sentence(
        for: change, own, of: measure.summary, at: point.timepoint)
    }
    return sentences.isEmpty
      ? []
      : [
        .notes(
          "To paste, in APA style; p is not adjusted, and there is no comparison group", sentences)
      ]
  }
}
