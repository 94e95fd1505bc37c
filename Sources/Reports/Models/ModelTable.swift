import Documents
import Analysis
import Instruments
import Statistics

/// The tables of one model for repeated measures.
struct ModelTable {
  let model: RepeatedMeasures
  let measure: MeasureModel
  let disclosed: ModelDisclosure

  /// The estimated mean of the whole cohort, or of each group, at each timepoint.
  var means: Table {
    Table(
      caption: "Means of all participants in the model, with expected values for missing scores",
      columns: group("group") + [
        Column("timepoint", .leading), Column("scored", key: "n"), Column("mean"),
        Column("se", key: "mean_se"), Column("95 % CI", key: "mean_ci95", holdsIntervals: true),
        Column("df", key: "mean_df"),
      ],
      rows: model.means.map { mean in
        let row = disclosed.row(mean.group, mean.timepoint)
        return cells(mean.group) + [
          .text(mean.timepoint.id.rawValue), row.people(.scored, mean.scored),
        ] + statistics(of: mean.mean, row)
      })
  }

  /// The change of each mean since baseline.
  var changes: Table {
    let withPercent = measure.instrument.metric.allowsPercentChange
    return Table(
      caption: "Change since baseline",
      columns: group("group") + [Column("timepoint", .leading)] + Self.test("change", "change_")
        + (withPercent
          ? [
            Column("percent", key: "percent_change"),
            Column("95 % CI (%)", key: "percent_change_ci95", holdsIntervals: true),
          ] : []) + [Column("toward", .leading)],
      rows: model.means.filter { $0.change != nil }.map { mean in
        let row = disclosed.row(mean.group, mean.timepoint)
        return cells(mean.group) + [.text(mean.timepoint.id.rawValue)]
          + test(of: mean.change, mean.adjustedP, row)
          + (withPercent ? percent(of: mean, row) : [])
          + [row.statistic(toward(mean.change))]
      })
  }

  /// The differences in change between groups.
  var differences: Table {
    Table(
      caption: "Difference in change between groups",
      columns: group("group") + group("other") + [Column("timepoint", .leading)]
        + Self.test("difference", ""),
      rows: model.differences.map { difference in
        let row = disclosed.row(difference.group, difference.timepoint)
        return cells(difference.group) + cells(difference.other)
          + [.text(difference.timepoint.id.rawValue)]
          + test(of: difference.contrast, difference.adjustedP, row)
      })
  }

  /// - Parameter prefix: the start of the test's JSON keys.
  private static func test(_ title: String, _ prefix: String) -> [Column] {
    [
      Column(title), Column("95 % CI", key: prefix + "ci95", holdsIntervals: true),
      Column("df", key: prefix + "df"), Column("p", key: prefix + "p"),
      Column("p (Holm)", key: prefix + "p_holm"),
    ]
  }

  private func test(
    of contrast: ModelContrast?, _ adjustedP: Double?, _ row: DisclosedRow
  ) -> [Cell] {
    [
      row.statistic(.orBlank(contrast?.estimate) { .change($0, decimals: 2) }),
      row.statistic(.orBlank(contrast?.confidenceInterval) { .interval($0, decimals: 2) }),
      row.cell(.orBlank(contrast?.degreesOfFreedom) { .decimal($0, decimals: 1) }, .revealing),
      row.statistic(.orBlank(contrast?.p, as: Cell.probability)),
      row.statistic(.orBlank(adjustedP, as: Cell.probability)),
    ]
  }

  private func statistics(of contrast: ModelContrast?, _ row: DisclosedRow) -> [Cell] {
    [
      row.statistic(.orBlank(contrast?.estimate) { .decimal($0, decimals: 2) }),
      row.cell(.orBlank(contrast?.standardError) { .decimal($0, decimals: 3) }, .revealing),
      row.statistic(.orBlank(contrast?.confidenceInterval) { .interval($0, decimals: 2) }),
      row.cell(.orBlank(contrast?.degreesOfFreedom) { .decimal($0, decimals: 1) }, .revealing),
    ]
  }

  private func percent(of mean: RepeatedMeasures.Mean, _ row: DisclosedRow) -> [Cell] {
    [
      row.statistic(
        .optional(mean.percent?.percent, else: "the baseline mean is 0") {
          .percent($0, decimals: 1)
        }),
      row.statistic(
        .optional(
          mean.percent?.confidenceInterval,
          else: "the baseline mean is too close to 0 for Fieller's interval"
        ) { .interval($0, decimals: 1) }),
    ]
  }

  private func toward(_ change: ModelContrast?) -> Cell {
    .orBlank(change) {
      .text(ChangeTable.word(for: $0.estimate, measure.instrument.direction))
    }
  }

  private func group(_ key: String) -> [Column] {
    measure.groupedBy.map { [Column(key == "group" ? $0 : "other \($0)", key: key, .leading)] }
      ?? []
  }

  private func cells(_ group: CohortSelection.AttributeValue?) -> [Cell] {
    group.map { [.text($0.words)] } ?? []
  }
}

extension Cell {
  /// A cell with a value; blank without one.
  static func orBlank<Value>(_ value: Value?, as cell: (Value) -> Cell) -> Cell {
    value.map(cell) ?? .blank
  }
}
