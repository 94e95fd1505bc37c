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
      typed.value(of: .participant).optionally { read.participantID($0) },
      timepoint.optionally { open.timepoint(named: $0) },
      instrument.optionally { name in
        open.instrument(named: name).map { open.program.instruments[$0] }
      },
      read.pastDate(.date))
    hasContent = typed.has(.answers) || typed.has(.score)
  }
}
