import Instruments
import Records
import Statistics

/// Table 1 of a publication: the attributes and baseline scores of all participants enrolled and of
/// each group, with the differences between groups.
package struct BaselineCharacteristics: Sendable {
  /// The people of one column.
  package struct Column: Sendable {
    /// The group; nil for all participants.
    package let group: CohortSelection.AttributeValue?
    package let enrolled: Int
    /// One for each attribute, except the grouping attribute.
    package let attributes: [AttributeCounts]
    /// One for each instrument.
    package let scores: [BaselineScores]
  }

  /// The number of participants with each value of an attribute.
  package struct AttributeCounts: Sendable {
    package let attribute: String
    /// The values in the cohort, by their bytes.
    package let values: [String]
    /// The number of participants with each value.
    package let counts: [Int]
    /// The number of participants without a value.
    package let notGiven: Int

    /// The percentage with this value among participants with any value; nil if nobody has any.
    package func percent(of value: Int) -> Double? {
      let given = counts.reduce(0, +)
      return given > 0 ? 100 * Double(counts[value]) / Double(given) : nil
    }
  }

  /// The scores of one instrument at baseline.
  package struct BaselineScores: Sendable {
    package let instrument: Instrument
    package let statistics: DescriptiveStatistics
    let sample: FrequencyTable
  }

  /// The baseline.
  package let timepoint: Timepoint
  /// All participants first, then the groups in order.
  package let columns: [Column]

  /// The standardized difference between two groups in an attribute, without participants who have
  /// no value; for more groups, the largest difference between any two. Nil without groups, and if
  /// it is undefined.
  package func difference(ofAttribute number: Int) -> Double? {
    largest {
      StandardizedDifference.ofCategories(
        $0.attributes[number].counts, $1.attributes[number].counts)
    }
  }

  /// The same for the baseline scores of an instrument.
  package func difference(ofScores number: Int) -> Double? {
    largest {
      StandardizedDifference.ofMeans($0.scores[number].sample, $1.scores[number].sample)?.magnitude
    }
  }

  private func largest(_ difference: (Column, Column) -> Double?) -> Double? {
    let groups = columns.dropFirst()
    return groups.indices.flatMap { first in
      groups.indices.filter { $0 > first }.map { (first, $0) }
    }.compactMap { difference(columns[$0.0], columns[$0.1]) }.max()
  }
}

extension BaselineCharacteristics {
  /// - Parameter instruments: the instruments to show, by their positions in the program.
  init(_ everybody: SelectedCohort, grouped: SelectedCohort?, instruments: [Int]) {
    timepoint = everybody.table.program.timepoints[0]
    let leftOut = grouped?.selection.groupedBy
    columns =
      everybody.baselineColumns(instruments, leavingOut: leftOut)
      + (grouped?.baselineColumns(instruments, leavingOut: leftOut) ?? [])
  }
}

extension SelectedCohort {
  fileprivate func baselineColumns(
    _ instruments: [Int], leavingOut leftOut: String?
  ) -> [BaselineCharacteristics.Column] {
    let program = table.program
    let samples = instruments.map { instrument in
      counts(
        instrument: instrument, timepoint: 0, baseline: baselineScores(instrument: instrument)
      ).map(\.sample)
    }
    let attributes = program.settings.attributes.indices.filter {
      program.settings.attributes[$0] != leftOut
    }
    let counted = attributes.map { valueCounts(attribute: $0) }
    return groups.indices.map { number in
      BaselineCharacteristics.Column(
        group: groups[number], enrolled: enrolled(in: number),
        attributes: counted.map { $0[number] },
        scores: zip(instruments, samples).map { instrument, samples in
          .init(
            instrument: program.instruments[instrument],
            statistics: DescriptiveStatistics(samples[number]), sample: samples[number])
        })
    }
  }

  /// One for each group.
  private func valueCounts(attribute: Int) -> [BaselineCharacteristics.AttributeCounts] {
    let texts = table.participants.attributeNames[attribute].texts
    let codes = table.participants.attributeValues[attribute]
    var counts = groups.map { _ in [Int](repeating: 0, count: texts.count) }
    for participant in group.indices where group[participant] != Self.none {
      counts[Int(group[participant])][Int(codes[participant])] += 1
    }
    let used = texts.indices.filter { text in
      !texts[text].isEmpty && counts.contains { $0[text] > 0 }
    }.sorted { texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8) }
    let empty = texts.indices.filter { texts[$0].isEmpty }
    return counts.map { counts in
      .init(
        attribute: table.program.settings.attributes[attribute], values: used.map { texts[$0] },
        counts: used.map { counts[$0] }, notGiven: empty.reduce(0) { $0 + counts[$1] })
    }
  }
}
