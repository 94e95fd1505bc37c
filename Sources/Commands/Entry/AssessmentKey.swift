import Instruments
import Records
import Text

/// The timepoint and the instrument that were typed.
struct AssessmentKey {
  let timepoint: Timepoint
  let instrument: Instrument

  /// Nil where the program has none of that name, which the reader then refuses.
  init?(_ reader: inout ValueReader, _ program: Program) {
    let timepointName = reader.arguments.requiredValue(of: .timepoint)
    let instrumentName = reader.arguments.requiredValue(of: .instrument)
    let timepoint = program.timepoints.first { $0.id.rawValue == timepointName }
    let instrument = program.instruments.first { $0.id.rawValue == instrumentName }
    if timepoint == nil {
      reader.refuseUnknown(
        "timepoint", timepointName, known: program.timepoints.map(\.id.rawValue))
    }
    if instrument == nil {
      reader.refuseUnknown(
        "instrument", instrumentName, known: program.instruments.map(\.id.rawValue))
    }
    guard let timepoint, let instrument else { return nil }
    self.timepoint = timepoint
    self.instrument = instrument
  }

  /// The participant's assessment of this key that counts, if there is one.
  func find(in known: [Assessment]) -> Assessment? {
    known.first { $0.timepoint == timepoint.id && $0.instrument == instrument.id }
  }

  /// The same, where there must be one.
  func require(in known: [Assessment], of id: ParticipantID) throws(Problems) -> Assessment {
    if let existing = find(in: known) { return existing }
    throw Problems(
      Diagnostic(
        "\(id) has no \(instrument.name) at \(timepoint.id)",
        remedy: "enter it with `outcomes record`, or see `outcomes show \(id)`"))
  }

  /// Refuses where there is one already.
  func refuseSecond(in known: [Assessment], of id: ParticipantID) throws(Problems) {
    guard let existing = find(in: known) else { return }
    let score = existing.score.map(Confirmation.shown) ?? "not scorable"
    throw Problems(
      Diagnostic(
        "\(id) has \(instrument.name) at \(timepoint.id) already: \(score), on \(existing.date)",
        remedy: "to change it, use `outcomes correct \(id) \(timepoint.id) \(instrument.id)`"))
  }
}
