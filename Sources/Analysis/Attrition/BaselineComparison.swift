import Statistics

/// The baseline scores of participants who stayed, compared with those of participants lost to
/// follow-up.
package struct BaselineComparison: Sendable {
  /// Baseline scores of participants also scored at the timepoint.
  package let stayed: DescriptiveStatistics
  /// Baseline scores of participants lost to follow-up.
  package let left: DescriptiveStatistics
  /// Left − stayed in units of the common standard deviation; nil if it is undefined.
  package let standardizedDifference: Double?
  package let attributes: [AttributeComparison]

  init(stayed: FrequencyTable, left: FrequencyTable, attributes: [AttributeComparison]) {
    self.stayed = DescriptiveStatistics(stayed)
    self.left = DescriptiveStatistics(left)
    standardizedDifference = StandardizedDifference.ofMeans(left, stayed)
    self.attributes = attributes
  }
}

/// The counts of one value of an attribute among participants who stayed and those lost to
/// follow-up.
package struct AttributeComparison: Sendable, Equatable {
  package let attribute: String
  /// Empty if no value was entered.
  package let value: String
  package let stayed: Int
  package let stayedTotal: Int
  package let left: Int
  package let leftTotal: Int

  /// The difference between the two shares, left − stayed, in units of their common standard
  /// deviation; nil if a group is empty, or if no one or everyone has the value.
  package var standardizedDifference: Double? {
    StandardizedDifference.ofProportions((left, leftTotal), (stayed, stayedTotal))
  }
}

extension SelectedCohort {
  /// For each group, the distribution of the attributes' values among participants who stayed and
  /// those lost to follow-up. The grouping attribute, which has a single value in each group, is
  /// left out.
  func attributeCounts(_ reader: ScoreStatusReader, baseline: [Int32]) -> [[AttributeComparison]] {
    let participants = table.participants
    let names = table.program.settings.attributes
    // For each group: those who stayed, those who left, then the same for each value.
    var totals = groups.map { _ in (stayed: 0, left: 0) }
    var counts = groups.map { _ in
      participants.attributeNames.map {
        [(stayed: Int, left: Int)](repeating: (0, 0), count: $0.count)
      }
    }
    for participant in group.indices
    where group[participant] != Self.none && baseline[participant] != TimepointCounts.noScore {
      let number = Int(group[participant])
      let status = reader.status(of: participant)
      guard status.isDue else { continue }
      let stays = !status.isLostToFollowUp
      totals[number].stayed += stays ? 1 : 0
      totals[number].left += stays ? 0 : 1
      for attribute in names.indices {
        let value = Int(participants.attributeValues[attribute][participant])
        counts[number][attribute][value].stayed += stays ? 1 : 0
        counts[number][attribute][value].left += stays ? 0 : 1
      }
    }
    return groups.indices.map { group in
      names.indices.filter { names[$0] != selection.groupedBy }.flatMap { attribute in
        let texts = participants.attributeNames[attribute].texts
        let used = texts.indices.filter {
          counts[group][attribute][$0].stayed + counts[group][attribute][$0].left > 0
        }
        return used.sorted { texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8) }.map {
          AttributeComparison(
            attribute: names[attribute], value: texts[$0],
            stayed: counts[group][attribute][$0].stayed, stayedTotal: totals[group].stayed,
            left: counts[group][attribute][$0].left, leftTotal: totals[group].left)
        }
      }
    }
  }
}
