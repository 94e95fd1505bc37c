import Instruments

/// A form that was filed in the wrong place before it was moved to a participant.
///
/// What was said about it there is about that participant, although the lines have another id.
package struct MisfiledForm: Sendable, Hashable {
  /// The wrong place.
  package let place: FormPlace
  package let instrument: InstrumentID
  /// The number of lines about that form in that place, from the first, up to the one by which it
  /// was moved away.
  package let lines: Int

  package init(place: FormPlace, instrument: InstrumentID, lines: Int) {
    self.place = place
    self.instrument = instrument
    self.lines = lines
  }

  /// Returns the forms that were moved to a participant from others, also by way of a third one,
  /// unless that was taken back.
  /// - Parameter history: returns the lines of a participant in the scores file, in order.
  package static func all<Failure: Error>(
    of id: ParticipantID, history: (ParticipantID) throws(Failure) -> [Assessment]
  ) throws(Failure) -> [MisfiledForm] {
    var found: [Origin: Int] = [:]
    var open = Array(Move.into(try history(id)))
    while let move = open.popLast() {
      let origin = Origin(place: move.from, instrument: move.instrument)
      guard origin.place.participant != id else { continue }
      let lines = try history(origin.place.participant).filter {
        FormPlace($0) == origin.place && $0.instrument == origin.instrument
      }
      guard let last = lines.lastIndex(where: { Move(recordedBy: $0) == move }),
        found[origin, default: 0] <= last
      else { continue }
      found[origin] = last + 1
      open += Move.into(Array(lines[...last]))
    }
    return found.map {
      MisfiledForm(place: $0.place, instrument: $0.instrument, lines: $1)
    }
  }

  private struct Origin: Hashable {
    let place: FormPlace
    let instrument: InstrumentID
  }
}

/// A move of a form from one place to another, alone or because the participant was renamed or
/// merged.
private struct Move: Hashable {
  let from: FormPlace
  let to: FormPlace
  let instrument: InstrumentID

  /// The move that wrote or took back a line; nil if none did.
  init?(recordedBy line: Assessment) {
    guard
      let places = EntryStamp.move(by: line.reason)
        ?? EntryStamp.transfer(by: line.reason).map({ ids in
          (
            FormPlace(participant: ids.from, timepoint: line.timepoint),
            FormPlace(participant: ids.to, timepoint: line.timepoint)
          )
        })
    else { return nil }
    (from, to, instrument) = (places.from, places.to, line.instrument)
  }

  /// The moves by which forms came to the place of these lines and were not taken back.
  static func into(_ lines: [Assessment]) -> Set<Move> {
    var moves: Set<Move> = []
    for line in lines {
      guard let move = Move(recordedBy: line), move.to == FormPlace(line) else { continue }
      if line.action == .void {
        moves.remove(move)
      } else if line.action.hasContent {
        moves.insert(move)
      }
    }
    return moves
  }
}
