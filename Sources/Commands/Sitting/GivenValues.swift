import Arguments
import Instruments
import Records
import Text

/// What is on a command line of `outcomes record` that leaves something out: it is not asked again.
struct GivenValues {
  let participant: ParticipantID?
  let timepoint: Timepoint?
  let instrument: Instrument?
  let date: CalendarDate?
  /// True if the answers or the total are given.
  let hasContent: Bool

  /// - Throws: all problems with the values.
  init(_ read: ValueReader, in open: OpenProgram) throws(Refusal) {
    let typed = read.arguments
    let timepoint = typed.value(of: .timepoint)
    let instrument = typed.value(of: .instrument)
    if let timepoint, let instrument { try open.refuseSwapped(timepoint, instrument) }
    (participant, self.timepoint, self.instrument, date) = try readAll(
      Self.optional(typed.value(of: .participant)) { read.participantID($0) },
      Self.optional(timepoint) { open.timepoint(named: $0) },
      Self.optional(instrument) { name in
        open.instrument(named: name).map { open.program.instruments[$0] }
      },
      read.pastDate(.date))
    hasContent = typed.has(.answers) || typed.has(.score)
  }

  private static func optional<Value>(
    _ text: String?, _ read: (String) -> Reading<Value>
  ) -> Reading<Value?> {
    text.map { read($0).map(Optional.some) } ?? .success(nil)
  }
}
