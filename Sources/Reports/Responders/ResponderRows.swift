import Documents
import Analysis
import Instruments

/// An analysis of responders as one row for each group, rule and outcome.
struct ResponderRows {
  let analysis: ResponderAnalysis
  let disclosure: Disclosure

  var table: Table {
    Table(
      columns: [Column("instrument", .leading)] + GroupFields.both.map(\.column)
        + [Column("timepoint", .leading)] + OutcomeRow.columns + [Column("p")],
      rows: measures + (disclosure.policy == nil ? combined : []))
  }

  private var measures: [[Cell]] {
    analysis.measures.flatMap { measure in
      let place = analysis.place(of: measure)
      let proportions = disclosure.policy == nil ? measure.proportions : []
      return rows(
        noIndex(measure, place) + measure.outcomes.map { $0.cells(disclosure, place) + [.blank] }
          + proportions.flatMap { ProportionRows($0, of: measure.instrument).cells },
        instrument: measure.instrument.id.rawValue, measure.group,
        place)
    }
  }

  /// A row without numbers that gives the reason there is no index; empty where there is one.
  private func noIndex(_ measure: MeasureResponders, _ place: CountPlace) -> [[Cell]] {
    let sentences = ChangeCriteriaSentences(
      measure: measure, question: analysis.question,
      row: DisclosedRow(disclosure, place.ofEverybody, basis: .pairs))
    return sentences.obstacle.map { because in
      [
        [
          .text(ChangeRule.Kind.statistical.rawValue), .text("reliable change index"), .blank,
          .blank, .text("not_computed"), .blank, .blank, .blank, .blank, .text(because), .blank,
        ]
      ]
    } ?? []
  }

  /// Outcomes judged by more than one measure, or whose denominators are not pairs. They are left
  /// out of shared output.
  private var combined: [[Cell]] {
    analysis.talkingTherapies.flatMap {
      rows(cells($0.outcomes), instrument: "phq-9 and gad-7", $0.group, CountPlace())
    }
      + analysis.depression.flatMap {
        rows(cells($0.outcomes), instrument: "phq-9", $0.group, CountPlace())
      }
  }

  private func cells(_ outcomes: [OutcomeRow]) -> [[Cell]] {
    outcomes.map { $0.cells(disclosure, CountPlace()) + [.blank] }
  }

  private func rows(
    _ ends: [[Cell]], instrument: String, _ group: CohortSelection.AttributeValue?,
    _ place: CountPlace
  ) -> [[Cell]] {
    let groups = GroupFields.both.cells(of: group, DisclosedRow(disclosure, place))
    return ends.map { end in
      [.text(instrument)] + groups + [.text(analysis.followUpKey)] + end
    }
  }
}

extension ResponderAnalysis {
  /// The follow-up in CSV and JSON: a timepoint's name, or `last` for each participant's last one.
  var followUpKey: String { timepoint?.id.rawValue ?? FollowUpChoice.keyOfLast }

  /// The place of a measure's numbers in the disclosed counts. It has no instrument and timepoint
  /// for each participant's last follow-up, which no summary shows.
  func place(of measure: MeasureResponders) -> CountPlace {
    timepoint.map(measure.place) ?? CountPlace()
  }
}
