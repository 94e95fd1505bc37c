import Analysis
import Statistics

/// The straight lines of one instrument for people.
struct GrowthBlocks {
  let result: Result<GrowthLines, ModelObstacle>
  let disclosed: ModelDisclosure
  let groupedBy: String?

  var blocks: [Block] {
    switch result {
    case .failure(let obstacle):
      let reason = disclosed.showsEverything ? "\(obstacle.words)." : "[c]"
      return [.paragraph("Straight lines could not be fitted: " + reason)]
    case .success(let growth):
      return [.table(table(of: growth)), .paragraph(sentences(of: growth))]
    }
  }

  private func table(of growth: GrowthLines) -> Table {
    Table(
      caption: "Straight lines over days",
      columns: (groupedBy.map { [Column($0, key: "group", .leading)] } ?? []) + [
        Column("day 0"), Column("95 % CI", key: "intercept_ci95", holdsIntervals: true),
        Column("change in 30 days", key: "slope"),
        Column("95 % CI", key: "slope_ci95", holdsIntervals: true), Column("df"), Column("p"),
      ],
      rows: growth.lines.map { line in
        let row = disclosed.row(line.group, growth.timepoints[0])
        let slope = line.slope
        return (line.group.map { [.text($0.words)] } ?? []) + [
          row.statistic(.orBlank(line.intercept?.estimate) { .decimal($0, decimals: 2) }),
          row.statistic(
            .orBlank(line.intercept?.confidenceInterval) { .interval($0, decimals: 2) }),
          row.statistic(.orBlank(slope?.estimate) { .change(30 * $0, decimals: 2) }),
          row.statistic(
            .orBlank(slope?.confidenceInterval) {
              .interval(.init(lower: 30 * $0.lower, upper: 30 * $0.upper), decimals: 2)
            }),
          row.cell(.orBlank(slope?.degreesOfFreedom) { .decimal($0, decimals: 1) }, .revealing),
          row.statistic(.orBlank(slope?.p, as: Cell.probability)),
        ]
      })
  }

  private func sentences(of growth: GrowthLines) -> String {
    func text(_ value: Double) -> String {
      ReadableTable.text(disclosed.rowOfParticipants.statistic(.decimal(value, decimals: 2)))
    }
    let curve = growth.curve
    let levels = text(curve.interceptVariance.squareRoot())
    let rest =
      "scores lie about them with a standard deviation of \(text(curve.residualVariance.squareRoot()))."
    guard let slopeVariance = curve.slopeVariance else {
      let reason = growth.withoutSlopes.flatMap { disclosed.showsEverything ? $0.words : nil }
      return
        "Lines of their own level and one slope for all, with a standard deviation of \(levels)"
        + " in level; \(rest) Slopes of their own could not be told: \(reason ?? "[c]")."
    }
    return "Each participant has a line: standard deviation \(levels) in level on day 0 and"
      + " \(text(30 * slopeVariance.squareRoot())) in change in 30 days; \(rest)"
  }
}
