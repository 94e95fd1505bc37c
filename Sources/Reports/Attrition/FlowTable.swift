import Documents
import Analysis

/// The tables of one flow for people.
enum FlowTable {
  /// Everybody at each timepoint: the diagram in numbers.
  static func flow(_ flow: ParticipantFlow, _ disclosure: Disclosure) -> Table {
    Table(
      caption: "Participants",
      columns: [Column("timepoint", .leading)]
        + ["enrolled", "not due", "due", "scored", "lost", "analyzed"].map { Column($0) },
      rows: flow.timepoints.map { point in
        let denominators = point.denominators
        let row = DisclosedRow(disclosure, flow.place(point))
        let group = DisclosedRow(disclosure, CountPlace(group: flow.group))
        return [
          .text(point.timepoint.id.rawValue), group.people(.enrolled, denominators.enrolled),
          row.people(.notDue, denominators.notDue),
          row.cell(.integer(denominators.due), SummaryFields.dueIsShown),
          row.people(.scored, denominators.scored),
          row.cell(.integer(denominators.lostToFollowUp), SummaryFields.lossIsShown),
          point.pairs.map { row.people(.pairs, $0) } ?? .blank,
        ]
      })
  }

  /// Why those due are not scored.
  static func losses(_ flow: ParticipantFlow, _ disclosure: Disclosure) -> Table {
    Table(
      caption: "Why those due are not scored",
      columns: [Column("timepoint", .leading)]
        + ["lost", "withdrawn", "missed", "too few", "outside"].map { Column($0) },
      rows: flow.timepoints.map { point in
        let denominators = point.denominators
        let row = DisclosedRow(disclosure, flow.place(point))
        return [
          .text(point.timepoint.id.rawValue),
          row.cell(.integer(denominators.lostToFollowUp), SummaryFields.lossIsShown),
          row.people(.withdrawn, denominators.withdrawn),
          row.people(.notAssessed, denominators.notAssessed),
          row.people(.notScorable, denominators.notScorable),
          row.people(.outsideWindow, denominators.outsideWindow),
        ]
      })
  }

  /// Baseline scores of those who stayed and those who left.
  static func baseline(_ flow: ParticipantFlow, _ disclosure: Disclosure) -> Table {
    Table(
      caption: "Baseline of those who stayed and of those lost to follow-up",
      columns: [
        Column("until", .leading), Column("stayed"), Column("mean", key: "stayed_mean"),
        Column("sd", key: "stayed_sd"), Column("lost"), Column("mean", key: "lost_mean"),
        Column("sd", key: "lost_sd"), Column("difference (sd)", key: "standardized_difference"),
      ],
      rows: flow.timepoints.compactMap { point in
        point.comparison.map { comparison in
          let nobody = "fewer than two on one side, or all scores equal"
          let stayed = DisclosedRow(disclosure, flow.place(point), basis: .pairs)
          let lost = DisclosedRow(disclosure, flow.place(point), basis: .lost)
          let both = DisclosedRow(disclosure, flow.place(point), basis: .pairs, .lost)
          let decimal = { (value: Double?, row: DisclosedRow) in
            row.statistic(.optional(value, else: nobody) { .decimal($0, decimals: 2) })
          }
          return [
            .text(point.timepoint.id.rawValue), stayed.people(.pairs, comparison.stayed.n),
            decimal(comparison.stayed.mean, stayed),
            decimal(comparison.stayed.standardDeviation, stayed),
            lost.people(.lost, comparison.left.n), decimal(comparison.left.mean, lost),
            decimal(comparison.left.standardDeviation, lost),
            both.statistic(
              .optional(comparison.standardizedDifference, else: nobody) {
                .change($0, decimals: 2)
              }),
          ]
        }
      })
  }

  /// How attributes are spread over those who stayed until the last timepoint and those lost; nil
  /// where the program keeps none.
  static func attributes(_ flow: ParticipantFlow) -> Table? {
    guard let last = flow.timepoints.last, let rows = last.comparison?.attributes, !rows.isEmpty
    else { return nil }
    return Table(
      caption: "Who stayed until \(last.timepoint.id)",
      columns: [
        Column("attribute", .leading), Column("value", .leading),
        Column("stayed, n (%)", key: "stayed"), Column("lost, n (%)", key: "lost"),
        Column("difference (sd)", key: "standardized_difference"),
      ],
      rows: rows.map { row in
        [
          .text(row.attribute), .text(row.value.isEmpty ? "not given" : row.value),
          .text(share(row.stayed, of: row.stayedTotal)), .text(share(row.left, of: row.leftTotal)),
          .optional(
            row.standardizedDifference, else: "nobody on one side, or the same share of all or none"
          ) { .change($0, decimals: 2) },
        ]
      })
  }

  /// Which timepoints are scored.
  static func patterns(_ flow: ParticipantFlow) -> Table {
    Table(
      caption: "Scored at",
      columns: flow.timepoints.map {
        Column($0.timepoint.id.rawValue, .leading)
      } + [Column("participants")],
      rows: flow.patterns.patterns.map { pattern in
        pattern.isScored.map { .text($0 ? "scored" : "–") } + [.integer(pattern.participants)]
      })
  }

  private static func share(_ count: Int, of total: Int) -> String {
    guard total > 0 else { return "0" }
    let share = ReadableNumber.share(100 * Double(count) / Double(total), decimals: 0)
    return "\(ReadableNumber.integer(count)) (\(share))"
  }
}
