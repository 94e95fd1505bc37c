import Instruments
import Records
import Text

/// The timepoint and the instrument that were typed.
struct AssessmentKey {
  let timepoint: Timepoint
  let instrument: Instrument

  /// Nil where the program has none of that name, which is then a problem.
  init?(_ arguments: ParsedArguments, _ program: Program, problems: inout [Diagnostic]) {
    let timepointName = arguments.requiredValue(of: .timepoint)
    let instrumentName = arguments.requiredValue(of: .instrument)
    let timepoint = program.timepoints.first { $0.id.rawValue == timepointName }
    let instrument = program.instruments.first { $0.id.rawValue == instrumentName }
    if timepoint == nil {
      problems.append(
        Self.unknown("timepoint", timepointName, program.timepoints.map(\.id.rawValue)))
    }
    if instrument == nil {
      problems.append(
        Self.unknown("instrument", instrumentName, program.instruments.map(\.id.rawValue)))
    }
    guard let timepoint, let instrument else { return nil }
    self.timepoint = timepoint
    self.instrument = instrument
  }

  private static func unknown(_ kind: String, _ name: String, _ known: [String]) -> Diagnostic {
    Diagnostic(
      "this program has no \(kind) “\(name)”",
      remedy: NearMiss.suggestion(for: name, among: known)
        ?? "it has: \(known.joined(separator: ", "))")
  }

  /// The participant's assessment of this key that counts, if there is one.
  func find(in known: [Assessment]) -> Assessment? {
    known.first { $0.timepoint == timepoint.id && $0.instrument == instrument.id }
  }

  /// The same, where there must be one.
  func require(in known: [Assessment], of id: ParticipantID) throws(Problems) -> Assessment {
    if let standing = find(in: known) { return standing }
    throw Problems(
      Diagnostic(
        "\(id) has no \(instrument.name) at \(timepoint.id)",
        remedy: "enter it with `outcomes record`, or see `outcomes show \(id)`"))
  }

  /// Refuses where there is one already.
  func refuseSecond(in known: [Assessment], of id: ParticipantID) throws(Problems) {
    guard let standing = find(in: known) else { return }
    let score = standing.score.map(Confirmation.shown) ?? "not scorable"
    throw Problems(
      Diagnostic(
        "\(id) has \(instrument.name) at \(timepoint.id) already: \(score), on \(standing.date)",
        remedy: "to change it, use `outcomes correct \(id) \(timepoint.id) \(instrument.id)`"))
  }
}
