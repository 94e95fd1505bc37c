import Arguments
import Instruments
import Records
import Storage
import Text

/// The timepoint and the instrument of an assessment, as typed.
struct AssessmentKey {
  let timepoint: Timepoint
  let instrument: Instrument

  /// Returns the participant's assessment with this key that counts.
  /// - Parameter history: the participant's lines, in the order of the file.
  /// - Throws: if there is none.
  func require(
    in history: [Assessment], of participant: Participant
  ) throws(Refusal) -> Assessment {
    if let counting = find(in: history) { return counting }
    throw Refusal(
      .refused,
      Diagnostic(
        "\(participant.id) has no \(instrument.name) at \(timepoint.id)",
        remedy: "enter it with `outcomes record`, or see `outcomes show \(participant.id)`"))
  }

  /// Refuses a second assessment with this key.
  /// - Parameter history: the participant's lines, in the order of the file.
  func refuseSecond(in history: [Assessment], of participant: Participant) throws(Refusal) {
    guard let counting = find(in: history) else { return }
    let id = participant.id
    let score = counting.score.map(Confirmation.shown) ?? "not scorable"
    throw Refusal(
      .refused,
      Diagnostic(
        "\(id) already has \(instrument.name) at \(timepoint.id): \(score), on \(counting.date)",
        remedy: "to change it, use `outcomes correct \(id) \(timepoint.id) \(instrument.id)`"))
  }

  /// Returns the participant's assessment with this key that counts; nil if there is none.
  func find(in history: [Assessment]) -> Assessment? {
    Assessment.latest(history).first {
      $0.timepoint == timepoint.id && $0.instrument == instrument.id
    }
  }
}

extension ValueReader {
  /// Reads the timepoint and the instrument.
  func assessmentKey(in open: OpenProgram) -> Reading<AssessmentKey> {
    Reading { () throws(Refusal) in
      let (first, second) = (
        arguments.requiredValue(of: .timepoint), arguments.requiredValue(of: .instrument)
      )
      try open.refuseSwapped(first, second)
      let (timepoint, instrument) = try readAll(
        open.timepoint(named: first), instrument(in: open))
      return AssessmentKey(timepoint: timepoint, instrument: instrument)
    }
  }

  /// Reads the instrument.
  func instrument(in open: OpenProgram) -> Reading<Instrument> {
    open.instrument(named: arguments.requiredValue(of: .instrument))
      .map { open.program.instruments[$0] }
  }

  /// Reads the participant, who may have withdrawn.
  /// - Parameter orErased: true if it may be one whose id was erased.
  func participant(
    in open: OpenProgram, _ writer: inout StoreWriter, orErased: Bool = false
  ) -> Reading<Participant> {
    participantID().flatMap { id in
      Reading { () throws(Refusal) in
        let participant = try open.participant(id, in: &writer)
        if !orErased { try participant.refuseErased() }
        return participant
      }
    }
  }

  /// Reads the participant that a flag names, who may have withdrawn; `origin` without the flag.
  func participant(
    _ option: OptionDefinition, in open: OpenProgram, _ writer: inout StoreWriter,
    else origin: Reading<Participant>
  ) -> Reading<Participant> {
    guard let text = arguments.value(of: option) else { return origin }
    return participantID(text).flatMap { id in
      Reading { () throws(Refusal) in try open.participant(id, in: &writer) }
    }
  }

  /// Returns the assessment that counts, for the participant, timepoint and instrument typed.
  /// - Parameter history: the participant's lines, in the order of the file.
  func counting(
    in history: Reading<[Assessment]>, of participant: Reading<Participant>, in open: OpenProgram
  ) -> Reading<Assessment> {
    Reading { () throws(Refusal) in
      let (participant, key, history) = try readAll(
        participant, assessmentKey(in: open), history)
      return try key.require(in: history, of: participant)
    }
  }
}

extension OpenProgram {
  /// Refuses an instrument in the place of the timepoint if the timepoint is in the place of the
  /// instrument.
  func refuseSwapped(_ first: String, _ second: String) throws(Refusal) {
    guard case .success = instrument(named: first), case .success = timepoint(named: second) else {
      return
    }
    throw Refusal(
      .refused,
      Diagnostic(
        "the timepoint and the instrument are swapped: “\(first)” is an instrument and “\(second)”"
          + " is a timepoint", remedy: "write the timepoint first: \(second) \(first)"))
  }

  /// Returns a participant's lines in the scores file, in the order of the file.
  func history(
    of participant: Reading<Participant>, in writer: inout StoreWriter
  ) -> Reading<[Assessment]> {
    participant.flatMap { participant in
      Reading { () throws(Refusal) in
        try refusing(try writer.assessments(of: participant.id, program))
      }
    }
  }

  /// Returns a participant's lines in both files, from a store that is open for writing; empty for
  /// an unknown id.
  func lines(
    of id: ParticipantID, in writer: inout StoreWriter
  ) throws(Refusal) -> ParticipantLines {
    ParticipantLines(
      events: try refusing(try writer.events(of: id, program)),
      assessments: try refusing(try writer.assessments(of: id, program)))
  }

  /// Adds lines to both files.
  func write(
    _ events: [ParticipantEvent], _ assessments: [Assessment], to writer: inout StoreWriter
  ) throws(Refusal) {
    for event in events { try refusing(try writer.append(event)) }
    for assessment in assessments { try refusing(try writer.append(assessment)) }
  }
}
