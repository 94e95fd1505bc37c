import Documents
import Analysis
import Statistics
import Text

/// The report of `outcomes attrition --table1`: the table in which a publication describes its
/// participants.
package struct BaselineReport: Reportable {
  private let summary: AttritionSummary
  private let disclosure: Disclosure
  private var baseline: BaselineCharacteristics { summary.baseline }

  package init(_ summary: AttritionSummary, _ disclosure: Disclosure = .everything) {
    self.summary = summary
    self.disclosure = disclosure
  }

  package var document: Document {
    Document(
      title: "\(summary.program): Table 1 as of \(summary.selection.moment)",
      blocks: summary.selection.sentences.map { .paragraph($0) } + disclosure.note
        + [.table(readable), notes])
  }

  package var json: JSONValue { AttritionJSON(summary: summary, disclosure: disclosure).document }

  // MARK: Text

  private var hasGroups: Bool { baseline.columns.count > 1 }

  private var readable: Table {
    let columns = baseline.columns
    let titles = columns.map { $0.group?.words ?? "all" }
    let difference = columns.count > 3 ? "largest difference (sd)" : "difference (sd)"
    let attributes = disclosure.policy == nil ? attributeRows : []
    let enrolled = columns.map {
      DisclosedRow(disclosure, CountPlace(group: $0.group)).people(.enrolled, $0.enrolled)
    }
    return Table(
      columns: [Column("characteristic", .leading)] + titles.map { Column($0) }
        + (hasGroups ? [Column(difference, key: "standardized_difference")] : []),
      rows: [[.text("enrolled")] + enrolled + (hasGroups ? [.blank] : [])] + attributes + scoreRows)
  }

  private var attributeRows: [[Cell]] {
    (baseline.columns.first?.attributes ?? []).enumerated().flatMap { number, first in
      let ofColumns = baseline.columns.map { $0.attributes[number] }
      let values = first.values.indices.map { value -> [Cell] in
        let cells = ofColumns.map { counted -> Cell in
          let count = ReadableNumber.integer(counted.counts[value])
          let percent = counted.percent(of: value).map {
            " (\(ReadableNumber.share($0, decimals: 0)))"
          }
          return .text(count + (percent ?? ""))
        }
        let difference =
          value == 0 ? differenceCell(baseline.difference(ofAttribute: number)) : .blank
        return [.text("\(first.attribute): \(first.values[value])")] + cells
          + (hasGroups ? [difference] : [])
      }
      let notGiven: [Cell] =
        [.text("\(first.attribute): not given")] + ofColumns.map { .integer($0.notGiven) }
        + (hasGroups ? [.blank] : [])
      return values + (ofColumns.contains { $0.notGiven > 0 } ? [notGiven] : [])
    }
  }

  private var scoreRows: [[Cell]] {
    (baseline.columns.first?.scores ?? []).enumerated().flatMap { number, first -> [[Cell]] in
      let rows = baseline.columns.map { row(of: $0.group, first.instrument.id.rawValue, number) }
      let scored = zip(baseline.columns, rows).map { column, row in
        row.people(.scored, column.scores[number].statistics.n)
      }
      let means = zip(baseline.columns, rows).map { column, row -> Cell in
        let statistics = column.scores[number].statistics
        // A missing mean would disclose that no participant is scored.
        guard row.showsExactly else { return .suppressed }
        guard let mean = statistics.mean else {
          return .missing(because: "no participant is scored")
        }
        let deviation = statistics.standardDeviation.map { ReadableNumber.decimal($0, decimals: 2) }
        let text = "\(ReadableNumber.decimal(mean, decimals: 2)) (\(deviation ?? "–"))"
        return .text(text)
      }
      let difference =
        rows.allSatisfy(\.showsExactly)
        ? differenceCell(baseline.difference(ofScores: number)) : .suppressed
      return [
        [.text("\(first.instrument.nameInTables), n scored")] + scored
          + (hasGroups ? [.blank] : []),
        [.text("\(first.instrument.nameInTables), mean (sd)")] + means
          + (hasGroups ? [difference] : []),
      ]
    }
  }

  private func differenceCell(_ difference: Double?) -> Cell {
    .optional(difference, else: "too few participants, no variation, or no value in common") {
      .decimal($0, decimals: 2)
    }
  }

  private func row(
    of group: CohortSelection.AttributeValue?, _ instrument: String, _ number: Int
  ) -> DisclosedRow {
    BaselineFields.row(disclosure, baseline, group, number)
  }

  private var notes: Block {
    .notes(
      "How to read this",
      [
        "all enrolled participants; % among those whose value is known; scores at"
          + " \(baseline.timepoint.id.rawValue), mean and sd of those scored."
      ]
        + (hasGroups
          ? [
            "difference: standardized, without sign, in units of the common standard deviation:"
              + " for scores |m1 − m2| / √((sd1² + sd2²) / 2) (Austin 2009, doi 10.1002/sim.3697),"
              + " for attributes by their multinomial covariance (Yang and Dalton 2012, SAS Global"
              + " Forum paper 335, cited from memory). With more than two groups: the largest"
              + " between any two. Beyond 0.1, two groups are often considered imbalanced."
          ] : [])
        + (disclosure.policy == nil ? [] : ["Attributes are not shared."]))
  }

  // MARK: CSV

  package var table: Table {
    Table(
      columns: [
        Column("group_attribute", .leading), Column("group_value", .leading), Column("enrolled"),
        Column("attribute", .leading), Column("value", .leading), Column("count"),
        Column("percent"), Column("instrument", .leading), Column("n"), Column("mean"),
        Column("sd"), Column("standardized_difference"),
      ],
      rows: baseline.columns.flatMap(rows))
  }

  private func rows(of column: BaselineCharacteristics.Column) -> [[Cell]] {
    let place = DisclosedRow(disclosure, CountPlace(group: column.group))
    let start =
      GroupFields.both.cells(of: column.group, place)
      + [place.people(.enrolled, column.enrolled)]
    let attributes = column.attributes.enumerated().flatMap { number, counted -> [[Cell]] in
      let difference = decimal(baseline.difference(ofAttribute: number))
      let values = counted.values.indices.map { value -> [Cell] in
        [
          .text(counted.attribute), .text(counted.values[value]),
          .integer(counted.counts[value]), decimal(counted.percent(of: value)), .blank, .blank,
          .blank, .blank, difference,
        ]
      }
      let notGiven: [Cell] = [
        .text(counted.attribute), .blank, .integer(counted.notGiven), .blank, .blank, .blank,
        .blank, .blank, .blank,
      ]
      return (values + [notGiven]).map { start + $0 }
    }
    let scores = column.scores.enumerated().map { number, scores -> [Cell] in
      let row = BaselineFields.row(disclosure, baseline, column.group, number)
      let all = baseline.columns.map { BaselineFields.row(disclosure, baseline, $0.group, number) }
      let difference = decimal(baseline.difference(ofScores: number))
      return start + [.blank, .blank, .blank, .blank, .text(scores.instrument.id.rawValue)]
        + BaselineFields.scores.cells(of: scores.statistics, row)
        + [all.allSatisfy(\.showsExactly) ? difference : .suppressed]
    }
    return (disclosure.policy == nil ? attributes : []) + scores
  }

  private func decimal(_ value: Double?) -> Cell {
    value.map { .decimal($0, decimals: 2) } ?? .blank
  }
}

/// The numbers of Table 1 under their CSV and JSON keys.
enum BaselineFields {
  static let scores: [Field<DescriptiveStatistics>] = [
    .people("n", .scored) { $0.n },
    .number("mean", \.mean),
    .number("sd", \.standardDeviation),
  ]

  /// The row of one column's baseline scores.
  static func row(
    _ disclosure: Disclosure, _ baseline: BaselineCharacteristics,
    _ group: CohortSelection.AttributeValue?, _ number: Int
  ) -> DisclosedRow {
    DisclosedRow(
      disclosure,
      CountPlace(
        group: group, instrument: baseline.columns[0].scores[number].instrument.id,
        timepoint: baseline.timepoint.id), basis: .scored)
  }

  /// One object for each column, the whole cohort first.
  static func json(_ baseline: BaselineCharacteristics, _ disclosure: Disclosure) -> JSONValue {
    .array(
      baseline.columns.map { column in
        var object = DisclosedObject()
        for member in GroupFields.member(of: column.group) { object.add(member.key, member.value) }
        object.add(
          "enrolled",
          DisclosedRow(disclosure, CountPlace(group: column.group)).people(
            .enrolled, column.enrolled))
        if disclosure.policy == nil {
          object.add("attributes", .array(column.attributes.flatMap(json)))
        } else {
          object.add("attributes", .suppressed)
        }
        object.add(
          "scores",
          .array(
            column.scores.enumerated().map { number, scores in
              var entry = DisclosedObject()
              entry.add("instrument", .string(scores.instrument.id.rawValue))
              entry.add("timepoint", .string(baseline.timepoint.id.rawValue))
              entry.add(
                Self.scores, of: scores.statistics, row(disclosure, baseline, column.group, number))
              return entry.json
            }))
        return object.json
      })
  }

  private static func json(_ counted: BaselineCharacteristics.AttributeCounts) -> [JSONValue] {
    counted.values.indices.map { value in
      .object([
        "attribute": .string(counted.attribute), "value": .string(counted.values[value]),
        "count": .integer(counted.counts[value]),
        "percent": counted.percent(of: value).map(JSONValue.number) ?? .null,
      ])
    } + [
      .object([
        "attribute": .string(counted.attribute), "value": .string(""),
        "count": .integer(counted.notGiven), "percent": .null,
      ])
    ]
  }

  /// The standardized differences between groups; empty without groups.
  static func differences(
    _ baseline: BaselineCharacteristics, _ disclosure: Disclosure
  ) -> JSONValue {
    guard baseline.columns.count > 1, let first = baseline.columns.first else { return .array([]) }
    let attributes = first.attributes.enumerated().map { number, counted -> JSONValue in
      .object([
        "attribute": .string(counted.attribute),
        "standardized_difference": baseline.difference(ofAttribute: number).map(JSONValue.number)
          ?? .null,
      ])
    }
    let scores = first.scores.enumerated().map { number, scores -> JSONValue in
      let isShown = baseline.columns.allSatisfy {
        row(disclosure, baseline, $0.group, number).showsExactly
      }
      let difference = isShown ? baseline.difference(ofScores: number) : nil
      return .object([
        "instrument": .string(scores.instrument.id.rawValue),
        "timepoint": .string(baseline.timepoint.id.rawValue),
        "standardized_difference": difference.map(JSONValue.number) ?? .null,
      ])
    }
    return .array((disclosure.policy == nil ? attributes : []) + scores)
  }
}
