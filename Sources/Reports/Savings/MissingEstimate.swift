import Analysis
import Instruments
import Records

/// The reason why there is no estimate of a change in money.
enum MissingEstimate {
  /// The reason in one or two sentences; nil where there is an estimate.
  /// - Parameter row: the row of the participants scored at both times.
  static func sentence(
    _ change: ValuedChange, on instrument: InstrumentID, at timepoint: TimepointID,
    _ row: DisclosedRow
  ) -> String? {
    if !row.showsStatistics {
      return "No estimate to share: too few participants are scored on \(instrument) both at"
        + " baseline and at \(timepoint), or their number would reveal a small number of others."
    }
    guard change.perParticipant == nil else { return nil }
    return "No estimate yet: no participant is scored on \(instrument) both at baseline and at"
      + " \(timepoint). The estimate will appear here once one is."
  }
}
