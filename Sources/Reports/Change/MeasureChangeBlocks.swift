import Documents
import Analysis

/// The tables and sentences of one measure in `outcomes change`.
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

  /// The table about the participants scored at each timepoint.
  private var endsTable: Table {
    let countsDays = measure.details.contains { $0.ends.manyDays != nil }
    let days = [Column("14 days or more", key: "share_14_or_more")]
    return Table(
      caption: "Floor, ceiling and reliability",
      columns: [
        Column("timepoint", .leading), Column("n at lowest", key: "at_floor"),
        Column("n at highest", key: "at_ceiling"),
      ] + (countsDays ? days : []) + [
        Column("alpha"), Column("95 % CI", key: "alpha_ci95", holdsIntervals: true),
        Column("n of forms", key: "alpha_forms"),
      ],
      rows: zip(measure.summary.timepoints, measure.details).map { point, detail in
        let row = DisclosedRow(disclosure, measure.summary.place(point), basis: .scored)
        let share = detail.ends.manyDays?.share?.proportion
        let noForms = "no complete forms with different totals, or items that are not simply summed"
        let alpha = detail.reliability(disclosure)
        let cells: [Cell] =
          [.integer(detail.ends.atFloor), .integer(detail.ends.atCeiling)]
          + (countsDays
            ? [
              .optional(share, else: "no participant is scored yet") {
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

  /// The median of all changes, and the pseudomedian that belongs to the signed-rank test.
  private var middleTable: Table {
    let medians = measure.details.compactMap(\.change?.changes).flatMap {
      [$0.firstQuartile, $0.median, $0.thirdQuartile].compactMap(\.self)
    }
    let decimals = ReadableNumber.decimals(for: medians)
    return changeTable(
      "Typical change: median of all pairs, pseudomedian of the pairs that changed",
      [
        Column("changed"), Column("unchanged"), Column("median", key: "median_change"),
        Column(
          "[q1, q3]", key: "quartiles_of_change", holdsIntervals: true,
          numbers: ["q1_change", "q3_change"]),
        Column("pseudomedian", key: "hodges_lehmann"),
        Column("95 % CI", key: "hodges_lehmann_ci95", holdsIntervals: true),
      ]
    ) { change, _, row in
      let few = "too few changes, or all of them equal"
      return [
        row.cell(.integer(change.wilcoxon.changed), .extreme),
        row.cell(.integer(change.wilcoxon.unchanged), .extreme),
        row.statistic(
          .optional(change.changes.median, else: ChangeTable.noPairs) {
            .change($0, decimals: decimals)
          },
          decimals: 0),
        row.statistic(
          .optional(change.changes.interquartileRange, else: ChangeTable.noPairs) {
            .interval($0, decimals: decimals)
          }, decimals: 0),
        row.statistic(
          .optional(change.hodgesLehmann.pseudomedian, else: "no score changed") {
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
      "Wilcoxon signed-rank test",
      [
        Column("V", key: "wilcoxon_v"), Column("p", key: "wilcoxon_p"),
        Column("p (Holm)", key: "wilcoxon_p_holm"),
        Column("method", key: "wilcoxon_method", .leading), Column("r_rb", key: "rank_biserial"),
      ]
    ) { change, _, row in
      let none = "no score changed"
      let test = change.wilcoxon
      return [
        row.cell(.decimal(test.sumOfPositiveRanks, decimals: 1), .extreme),
        row.statistic(.optional(test.p, else: none, as: Cell.probability)),
        row.statistic(.optional(change.adjustedWilcoxonP, else: none, as: Cell.probability)),
        row.statistic(test.p == nil ? .blank : .text(test.isExact ? "exact" : "normal")),
        row.statistic(
          .optional(test.rankBiserialCorrelation, else: none) { .decimal($0, decimals: 2) }),
      ]
    }
  }

  private var sizeTable: Table {
    changeTable(
      "Effect sizes, and p adjusted for multiple tests",
      [
        Column("d_z", key: "cohens_dz"),
        Column("95 % CI", key: "cohens_dz_ci95", holdsIntervals: true),
        Column("g_z", key: "hedges_g_z"), Column("g_av", key: "hedges_g_av"),
        Column("Glass", key: "glass_delta"), Column("to better end", key: "percent_of_distance"),
        Column("p (Holm)", key: "p_holm"),
      ]
    ) { change, summary, row in
      let undefined = "fewer than two pairs, or a standard deviation of 0"
      let size = { (value: Double?) in
        row.statistic(.optional(value, else: undefined) { .decimal($0, decimals: 2) })
      }
      let distance = change.percentOfDistance.map { percent in
        row.statistic(
          .optional(percent.ofMeans, else: "no pairs, or all at the better end at baseline") {
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

  /// Sentences in APA style. They contain exact numbers of participants, so there are none where
  /// numbers are hidden or rounded.
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
          "Ready to paste, in APA style; p is not adjusted, and there is no comparison group",
          sentences)
      ]
  }
}
