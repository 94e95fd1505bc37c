import Instruments
import Records

/// The answers of a cohort that need a person's attention and that nobody has acknowledged, and the
/// risk items that are not known.
package struct OpenAlerts: Sendable {
  /// An open alert or an unknown item, with its place.
  package struct Entry: Sendable {
    package let participant: String
    package let timepoint: TimepointID
    package let instrument: Instrument
    /// The number of the item, counted from 1.
    package let item: Int
    /// The moment when it was recorded.
    package let since: Timestamp
    /// Whole days since then.
    package let days: Int
    /// The answer and what the latest line says of it; nil for an item that is not known.
    package let answer: (code: Int, basis: AlertState.Basis)?
  }

  package let program: String
  /// The message of the program beside an open alert; nil if it has none.
  package let message: String?
  /// The moment up to which the table was read; nil for everything recorded so far.
  package let knownAt: Timestamp?
  /// The open alerts, the oldest first.
  package let alerts: [Entry]
  /// The risk items without an answer, the oldest first.
  package let unknown: [Entry]

  /// - Parameters:
  ///   - table: a table that was read with its alerts.
  ///   - selection: the participants to look at; withdrawn ones count too, and so do those whose
  ///     scores count nowhere.
  package init(_ table: CohortColumns, _ selection: CohortSelection) {
    let cohort = SelectedCohort(table, selection.ungrouped)
    let isAlerted = cohort.isAlerted
    var (alerts, unknown): ([Entry], [Entry]) = ([], [])
    for open in table.openAlerts where isAlerted[open.participant] {
      func entry(
        _ item: Int, _ since: Timestamp, _ answer: (code: Int, basis: AlertState.Basis)?
      ) -> Entry {
        Entry(
          participant: table.participants.ids[open.participant],
          timepoint: table.program.timepoints[open.timepoint].id,
          instrument: table.program.instruments[open.instrument], item: item, since: since,
          days: max(0, selection.asOf.days(since: since.date)), answer: answer)
      }
      alerts += open.state.open.filter { cohort.isRaised($0.since) }
        .map { entry($0.item, $0.since, ($0.code, $0.basis)) }
      unknown += open.state.unknown.filter { cohort.isRaised($0.since) }
        .map { entry($0.item, $0.since, nil) }
    }
    program = table.program.settings.name
    message = table.program.settings.attentionMessage
    knownAt = selection.knownAt
    self.alerts = Self.oldestFirst(alerts)
    self.unknown = Self.oldestFirst(unknown)
  }

  /// Entries of the same second stay in the order of the table.
  private static func oldestFirst(_ entries: [Entry]) -> [Entry] {
    entries.enumerated().sorted {
      ($0.element.since, $0.offset) < ($1.element.since, $1.offset)
    }.map(\.element)
  }
}
