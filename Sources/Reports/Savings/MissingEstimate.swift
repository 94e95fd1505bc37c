import Analysis
import Instruments
import Records

/// Why money cannot be told of a change.
enum MissingEstimate {
  /// One sentence or two; nil where there is an estimate to tell.
  /// - Parameter row: what may be said of those scored at both times.
  static func sentence(
    _ change: ValuedChange, on instrument: InstrumentID, at timepoint: TimepointID,
    _ row: DisclosedRow
  ) -> String? {
    if !row.showsStatistics {
      return "No estimate to share: too few participants are scored on \(instrument) both at"
        + " baseline and at \(timepoint), or their number would tell of a few others."
    }
    guard change.perParticipant == nil else { return nil }
    return "No estimate yet: nobody is scored on \(instrument) both at baseline and at"
      + " \(timepoint). It will stand here as soon as somebody is."
  }
}
