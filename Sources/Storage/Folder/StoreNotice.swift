import Text

/// A notice about the store for the user that does not stop the command.
package enum StoreNotice: Sendable, Equatable {
  /// The last line of a file is incomplete; it was ignored.
  case tornLineIgnored(file: String, text: String)
  /// The last line of a file has no line ending; it counts, because its seal is correct.
  case lineEndMissing(file: String)
  /// The last line of a file was incomplete; it was moved to `recovered/`.
  case tornLineSetAside(file: String, text: String, movedTo: String)
  /// The bytes that a spreadsheet program added around the lines were removed.
  case lineEndsMended(file: String, hadByteOrderMark: Bool, carriageReturns: Int, keptAs: String)
  /// Damaged lines were moved to `recovered/`.
  case linesSetAside(file: String, place: String, movedTo: String)
  /// A command was killed while it was adding several lines; they were ignored.
  case unfinishedEntriesIgnored
  /// The lines that a command had added to a file before it was killed were moved to `recovered/`.
  case unfinishedEntriesSetAside(file: String, movedTo: String)
  /// Participants were erased after the moment up to which the store was read.
  case erasedSince(participants: Int)
  /// Erasures were interrupted: the files still hold what was to be erased.
  case erasuresInterrupted(Int)
  /// The last line was complete except for its line ending, which was added.
  case lineEndAdded(file: String, text: String)

  /// The notice in words.
  package var diagnostic: Diagnostic {
    switch self {
    case .tornLineIgnored(let file, let text):
      Diagnostic(
        "the last line has no line ending and no seal to show that it is complete: writing it"
          + " was probably interrupted",
        at: SourceLocation(file: file), excerpt: text,
        remedy: "it is left out here, and the next command that writes moves it to recovered/;"
          + " `outcomes check --repair` keeps it if it is complete")
    case .lineEndMissing(let file):
      Diagnostic(
        "the last line has no line ending; it counts, since its seal proves it to be complete",
        at: SourceLocation(file: file), remedy: "the next command that writes adds the line ending")
    case .tornLineSetAside(let file, let text, let movedTo):
      Diagnostic(
        "the last line had no line ending and no seal to show that it is complete: writing it"
          + " was probably interrupted",
        at: SourceLocation(file: file), excerpt: text,
        remedy: "it was moved to \(movedTo); enter it again if it is missing")
    case .lineEndsMended(let file, let hadByteOrderMark, let carriageReturns, let keptAs):
      Diagnostic(
        [
          hadByteOrderMark ? "a byte order mark was removed" : nil,
          carriageReturns > 0
            ? (carriageReturns == 1 ? "1 line ending was" : "\(carriageReturns) line endings were")
              + " changed from CR LF to LF"
            : nil,
        ].compactMap { $0 }.joined(separator: ", "), at: SourceLocation(file: file),
        remedy: "the original file is kept as \(keptAs)")
    case .linesSetAside(let file, let place, let movedTo):
      Diagnostic(
        place.hasPrefix("lines")
          ? "\(place) have been set aside: they are damaged, or depend on a line that is"
          : "\(place) was damaged and has been set aside",
        at: SourceLocation(file: file),
        remedy:
          "see \(movedTo), and enter again what is missing: if a correction was set aside, the"
          + " value before it counts again")
    case .unfinishedEntriesIgnored:
      Diagnostic(
        "a command was interrupted while it was adding several lines: none of them counts",
        at: SourceLocation(file: ProgramFolder.unfinishedName),
        remedy: "run that command again; what it had written is left out here, and the next command"
          + " that writes moves it to recovered/")
    case .unfinishedEntriesSetAside(let file, let movedTo):
      Diagnostic(
        "a command was interrupted while it was adding several lines: none of them counts",
        at: SourceLocation(file: file),
        remedy: "run that command again; what it had written was moved to \(movedTo)")
    case .erasedSince(let participants):
      Diagnostic(
        (participants == 1 ? "1 participant has" : "\(participants) participants have")
          + " been erased since then: their ids and attributes, and the reasons that named them, cannot"
          + " be shown as they were known")
    case .erasuresInterrupted(let number):
      Diagnostic(
        (number == 1 ? "the erasure of an id was" : "the erasures of \(number) ids were")
          + " interrupted: the numbers are right, but the files still hold what was to be erased",
        remedy: "`outcomes check` says how to complete it")
    case .lineEndAdded(let file, let text):
      Diagnostic(
        "the last line was complete, but its line ending was missing; it was added",
        at: SourceLocation(file: file), excerpt: text,
        remedy: "if that line should not count, use `outcomes void` or `outcomes correct`")
    }
  }
}
