import Analysis
import Instruments

/// An analysis of responders as one row for each group, rule and outcome.
struct ResponderTable {
  let analysis: ResponderAnalysis
  let disclosure: Disclosure

  var table: Table {
    Table(
      columns: [Column("instrument", .leading)] + GroupFields.both.map(\.column)
        + [Column("timepoint", .leading)] + OutcomeRow.columns,
      rows: measures + (disclosure.policy == nil ? combined : []))
  }

  private var measures: [[Cell]] {
    analysis.measures.flatMap { measure in
      rows(
        measure.outcomes, instrument: measure.instrument.id.rawValue, measure.group,
        analysis.place(of: measure))
    }
  }

  /// What counts people by more than one measure or in other denominators than pairs: not for sharing.
  private var combined: [[Cell]] {
    analysis.talkingTherapies.flatMap {
      rows($0.outcomes, instrument: "phq-9 and gad-7", $0.group, CensusPlace())
    }
      + analysis.depression.flatMap {
        rows($0.outcomes, instrument: "phq-9", $0.group, CensusPlace())
      }
  }

  private func rows(
    _ outcomes: [OutcomeRow], instrument: String, _ group: CohortSelection.AttributeValue?,
    _ place: CensusPlace
  ) -> [[Cell]] {
    let groups = GroupFields.both.cells(of: group, DisclosedRow(disclosure, place))
    return outcomes.map { outcome in
      [.text(instrument)] + groups + [.text(analysis.followUpKey)]
        + outcome.cells(disclosure, place)
    }
  }
}

extension ResponderAnalysis {
  /// The follow-up as programs know it: a timepoint's name, or `last` for everybody's own last one.
  var followUpKey: String { timepoint?.id.rawValue ?? "last" }

  /// Where a measure's numbers stand in a census; nowhere for everybody's own last follow-up, which no
  /// summary shows.
  func place(of measure: MeasureResponders) -> CensusPlace {
    timepoint.map(measure.place) ?? CensusPlace()
  }
}
