import Documents
import Analysis
import Statistics

/// The straight lines of one instrument.
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
      let simpler = growth.randomIntercepts.map {
        [
          table(of: $0, growth, "The simpler model: one slope for all"),
          .paragraph(sentences(of: $0, growth)),
        ]
      }
      return LeftOutNotes(growth.leftOut, disclosed).blocks("Left out of the straight lines") + [
        table(of: growth.fitted, growth, "Straight lines over days"),
        .paragraph(sentences(of: growth.fitted, growth)),
      ] + (simpler ?? [])
    }
  }

  private func table(of fitted: GrowthLines.Fitted, _ growth: GrowthLines, _ caption: String)
    -> Block
  {
    let table = Table(
      caption: caption,
      columns: (groupedBy.map { [Column($0, key: "group", .leading)] } ?? []) + [
        Column("day 0", key: "intercept"),
        Column("95 % CI", key: "intercept_ci95", holdsIntervals: true),
        Column("change per 30 days", key: "slope_per_day"),
        Column("95 % CI", key: "slope_ci95", holdsIntervals: true),
        Column("df", key: "slope_df"), Column("p", key: "slope_p"),
      ],
      rows: fitted.lines.map { line in
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
    return .table(table)
  }

  private func sentences(of fitted: GrowthLines.Fitted, _ growth: GrowthLines) -> String {
    func text(_ value: Double) -> String { self.text(.decimal(value, decimals: 2)) }
    let curve = fitted.curve
    let levels = text(curve.interceptVariance.squareRoot())
    let rest =
      "single scores vary around the line with a standard deviation of"
      + " \(text(curve.residualVariance.squareRoot()))."
    let lines: String
    if let slopeVariance = curve.slopeVariance {
      lines =
        "Each participant has their own line: standard deviation \(levels) of the level on day 0"
        + " and \(text(30 * slopeVariance.squareRoot())) of the change per 30 days; \(rest)"
    } else {
      let reason = growth.withoutSlopes.map {
        " (\(disclosed.showsEverything ? $0.words : "[c]"))"
      }
      lines =
        "Each participant has their own level, and all share one slope\(reason ?? ""): standard"
        + " deviation \(levels) of the level; \(rest)"
    }
    return [counts(of: curve.fit), lines, singular(curve)].compactMap(\.self)
      .joined(separator: " ")
  }

  private func counts(of fit: MixedModelFit) -> String {
    "\(text(.integer(fit.participants))) participants with \(text(.integer(fit.observations)))"
      + " scores; log-likelihood \(text(.decimal(fit.logLikelihood, decimals: 2)))."
  }

  /// The meaning of a singular fit; nil for a regular one.
  private func singular(_ curve: GrowthCurve) -> String? {
    guard curve.isSingular else { return nil }
    let levels = curve.interceptVariance > 0
    let finding =
      switch (levels, curve.slopeVariance.map { $0 > 0 }) {
      case (true, true?):
        "in the best fit, a participant's slope follows exactly from the level (correlation"
          + " \((curve.interceptSlopeCovariance ?? 0) < 0 ? "−1" : "1")): the data cannot separate"
          + " the two"
      case (true, _): "in the best fit, slopes do not differ between participants"
      case (false, true?): "in the best fit, levels on day 0 do not differ between participants"
      case (false, false?):
        "in the best fit, neither levels nor slopes differ between participants"
      case (false, nil): "in the best fit, levels do not differ between participants"
      }
    return
      "The fit is singular: \(disclosed.showsEverything ? finding : "[c]"). The line itself is"
      + " valid, but the differences between participants should not be interpreted. Its standard"
      + " errors are not adjusted, and its df are Satterthwaite's, as in lmerTest."
  }

  private func text(_ cell: Cell) -> String {
    ReadableTable.text(disclosed.rowOfParticipants.statistic(cell))
  }
}
