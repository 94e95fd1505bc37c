import Documents
import Analysis

/// The tables of one flow.
enum FlowTable {
  /// The participants at each timepoint: the diagram in numbers.
  static func flow(_ flow: ParticipantFlow, _ disclosure: Disclosure) -> Table {
    Table(
      caption: "Participants",
      columns: [Column("timepoint", .leading)]
        + [
          Column("enrolled"), Column("not closed", key: "not_due"), Column("due"), Column("scored"),
          Column("lost", key: "lost_to_follow_up"), Column("analyzed"),
        ],
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

  /// The reasons why participants who are due are not scored.
  static func losses(_ flow: ParticipantFlow, _ disclosure: Disclosure) -> Table {
    Table(
      caption: "Participants due but not scored, by reason",
      columns: [Column("timepoint", .leading)]
        + [
          Column("lost", key: "lost_to_follow_up"), Column("withdrawn"),
          Column("missed", key: "not_assessed"), Column("skipped"),
          Column("too few", key: "not_scorable"),
          Column("outside", key: "outside_window"),
        ],
      rows: flow.timepoints.map { point in
        let denominators = point.denominators
        let row = DisclosedRow(disclosure, flow.place(point))
        return [
          .text(point.timepoint.id.rawValue),
          row.cell(.integer(denominators.lostToFollowUp), SummaryFields.lossIsShown),
          row.people(.withdrawn, denominators.withdrawn),
          row.people(.notAssessed, denominators.notAssessed),
          row.people(.skipped, denominators.skipped),
          row.people(.notScorable, denominators.notScorable),
          row.people(.outsideWindow, denominators.outsideWindow),
        ]
      })
  }

  /// The baseline scores of those who stayed and of those lost to follow-up.
  static func baseline(_ flow: ParticipantFlow, _ disclosure: Disclosure) -> Table {
    Table(
      caption: "Baseline scores of those who stayed and those lost to follow-up",
      columns: [
        Column("until", .leading), Column("stayed"), Column("mean", key: "stayed_baseline_mean"),
        Column("sd", key: "stayed_baseline_sd"), Column("lost"),
        Column("mean", key: "lost_baseline_mean"),
        Column("sd", key: "lost_baseline_sd"),
        Column("difference (sd)", key: "standardized_difference"),
      ],
      rows: flow.timepoints.compactMap { point in
        point.comparison.map { comparison in
          let undefined = "fewer than two on one side, or all scores equal"
          let stayed = DisclosedRow(disclosure, flow.place(point), basis: .pairs)
          let lost = DisclosedRow(disclosure, flow.place(point), basis: .lost)
          let both = DisclosedRow(disclosure, flow.place(point), basis: .pairs, .lost)
          let decimal = { (value: Double?, row: DisclosedRow) in
            row.statistic(.optional(value, else: undefined) { .decimal($0, decimals: 2) })
          }
          return [
            .text(point.timepoint.id.rawValue), stayed.people(.pairs, comparison.stayed.n),
            decimal(comparison.stayed.mean, stayed),
            decimal(comparison.stayed.standardDeviation, stayed),
            lost.people(.lost, comparison.left.n), decimal(comparison.left.mean, lost),
            decimal(comparison.left.standardDeviation, lost),
            both.statistic(
              .optional(comparison.standardizedDifference, else: undefined) {
                .change($0, decimals: 2)
              }),
          ]
        }
      })
  }

  /// The attributes of those who stayed until the last timepoint and of those lost to follow-up;
  /// nil where the program has no attributes.
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
            row.standardizedDifference, else: "no participant on one side, or all or none on both"
          ) { .change($0, decimals: 2) },
        ]
      })
  }

  /// The number of participants with each pattern of scored timepoints.
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
