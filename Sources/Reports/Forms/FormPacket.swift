import Analysis
import Instruments
import Records

/// The blank forms for one participant at one timepoint.
package struct FormPacket: Sendable {
  /// The id; nil to leave a place to write it.
  package let participant: String?
  /// The id of the timepoint; nil to leave a place to write it.
  package let timepoint: String?
  /// At least one.
  package let instruments: [Instrument]

  package init(participant: String?, timepoint: String?, instruments: [Instrument]) {
    self.participant = participant
    self.timepoint = timepoint
    self.instruments = instruments
  }

  /// Returns the missing forms of everyone in a list, in its order.
  /// - Parameter instruments: the positions of the instruments whose forms are wanted.
  package static func packets(for list: DueList, instruments: [Int]) -> [FormPacket] {
    let wanted = list.missingSets.map { missing in
      missing.filter(instruments.contains).map { list.program.instruments[$0] }
    }
    return list.entries.filter { !wanted[$0.missing].isEmpty }.map { entry in
      FormPacket(
        participant: list.participants.ids[entry.participant],
        timepoint: list.program.timepoints[entry.timepoint].id.rawValue,
        instruments: wanted[entry.missing])
    }
  }

  /// The participant and the timepoint, `P001 · day30`, as far as they are known.
  var label: String {
    let known = [participant, timepoint].compactMap(\.self)
    return known.isEmpty ? "without an id" : known.joined(separator: " · ")
  }
}
