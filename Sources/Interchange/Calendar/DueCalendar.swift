import Analysis
import Records
import Text

/// The entries of a due list as an iCalendar file (RFC 5545): for each participant and timepoint,
/// one event that lasts the whole target day and takes up no time.
///
/// An event names the participant's id, the timepoint and its window, and nothing else. Its
/// identifier stays the same from file to file, so that importing a later file moves an event
/// instead of adding another; programs with different names have different identifiers.
package struct DueCalendar {
  private let list: DueList
  /// The program's part of the identifiers.
  private let program: String
  /// The time of the file: the beginning of the as-of date, so that the same list gives the same
  /// file.
  private let stamp: String

  private static let pieceSize = 1 << 16

  package init(_ list: DueList) {
    self.list = list
    program = String(Self.checksum(list.program.settings.name), radix: 16)
    stamp = Self.day(list.selection.asOf) + "T000000Z"
  }

  /// Writes the file, a piece at a time.
  /// - Throws: any error of `sink`.
  package func write(to sink: ByteSink) throws(Problems) {
    var lines = CalendarLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//outcomes//due//EN")
    lines.add("CALSCALE", "GREGORIAN")
    for entry in list.entries {
      add(entry, to: &lines)
      guard lines.bytes.count >= Self.pieceSize else { continue }
      try sink(lines.bytes)
      lines.removeAll()
    }
    lines.add("END", "VCALENDAR")
    try sink(lines.bytes)
  }

  private func add(_ entry: DueList.Entry, to lines: inout CalendarLines) {
    let id = list.participants.ids[entry.participant]
    let timepoint = list.program.timepoints[entry.timepoint]
    let enrolledOn = list.participants.enrolledOn[entry.participant]
    let target = timepoint.target(enrolledOn: enrolledOn)
    let opens = timepoint.opens(enrolledOn: enrolledOn)
    let closes = timepoint.closes(enrolledOn: enrolledOn)
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", text: "\(timepoint.id).\(program).\(id)@outcomes")
    lines.add("DTSTAMP", stamp)
    lines.add("DTSTART;VALUE=DATE", Self.day(target))
    lines.add("DTEND;VALUE=DATE", Self.day(target.adding(days: 1)))
    lines.add("SUMMARY", text: "\(id) \(timepoint.id)")
    lines.add("DESCRIPTION", text: "Window: \(opens) to \(closes)")
    lines.add("TRANSP", "TRANSPARENT")
    lines.add("END", "VEVENT")
  }

  /// A day as `YYYYMMDD`.
  private static func day(_ date: CalendarDate) -> String {
    date.description.replacing("-", with: "")
  }

  /// The 64-bit FNV-1a checksum of a text (Fowler, Noll, Vo; IETF draft-eastlake-fnv).
  private static func checksum(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
