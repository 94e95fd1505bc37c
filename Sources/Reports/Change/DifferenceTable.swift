import Documents
import Analysis

/// The table of differences in change between groups.
enum DifferenceTable {
  static func table(of differences: [GroupDifference], _ disclosure: Disclosure) -> Table {
    Table(
      columns: [
        Column("measure", .leading), Column("timepoint", .leading), Column("group", .leading),
        Column("against", .leading), Column("difference"),
        Column("95 % CI", key: "ci95", holdsIntervals: true), Column("p"),
        Column("p (Holm)", key: "p_holm"), Column("g", key: "hedges_g"),
      ],
      rows: differences.map { difference in
        let row = difference.row(disclosure)
        let few = "fewer than two pairs in a group, or all changes equal"
        return [
          .text(difference.instrument.name), .text(difference.timepoint.id.rawValue),
          .text(difference.group.words), .text(difference.other?.words ?? "all others"),
          row.statistic(
            .optional(difference.test.difference, else: few) { .change($0, decimals: 2) }),
          row.statistic(
            .optional(difference.test.confidenceInterval, else: few) { .interval($0, decimals: 2) }),
          row.statistic(.optional(difference.test.p, else: few, as: Cell.probability)),
          row.statistic(.optional(difference.adjustedP, else: few, as: Cell.probability)),
          row.statistic(
            .optional(difference.size?.hedgesG, else: few) { .decimal($0, decimals: 2) }),
        ]
      })
  }
}

extension GroupDifference {
  /// The row to print it in; statistics are shown only where the pairs of both groups are.
  func row(_ disclosure: Disclosure) -> DisclosedRow {
    let place = CountPlace(group: group, instrument: instrument.id, timepoint: timepoint.id)
    let isShown =
      disclosure.shows(CountAddress(place, .pairs))
      && (other.map {
        disclosure.shows(
          CountAddress(
            CountPlace(group: $0, instrument: instrument.id, timepoint: timepoint.id), .pairs))
      } ?? disclosure.shows(CountAddress(place.ofEverybody, .pairs)))
    // Without a basis, no statistics are shown.
    return isShown
      ? DisclosedRow(disclosure, place, basis: .pairs) : DisclosedRow(disclosure, place)
  }
}

extension CohortSelection.AttributeValue {
  /// The group's value as tables show it.
  var words: String {
    guard merged == 0 else { return "\(merged) values together" }
    return value.isEmpty ? "not given" : value
  }
}
