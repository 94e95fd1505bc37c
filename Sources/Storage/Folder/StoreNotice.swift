import Text

/// Something about the store that a person should know, although the command goes on.
package enum StoreNotice: Sendable, Equatable {
  /// The last line of a file is incomplete; it was left out of what was read.
  case tornLineIgnored(file: String, text: String)
  /// The last line of a file has lost its line end; it counts, since its seal is right.
  case lineEndMissing(file: String)
  /// The last line of a file was incomplete; it was moved out of the way.
  case tornLineSetAside(file: String, text: String, movedTo: String)
  /// What a spreadsheet program put around the lines was taken out.
  case lineEndsMended(file: String, hadByteOrderMark: Bool, carriageReturns: Int, keptAs: String)
  /// Damaged lines were moved out of the way.
  case linesSetAside(file: String, place: String, movedTo: String)
  /// The last line was whole, but its line end was missing; it was added.
  case lineEndAdded(file: String, text: String)

  /// The notice in words.
  package var diagnostic: Diagnostic {
    switch self {
    case .tornLineIgnored(let file, let text):
      Diagnostic(
        "the last line has no line end, and no seal that shows it to be whole: its writing was"
          + " probably cut off",
        at: SourceLocation(file: file), excerpt: text,
        remedy: "it is left out here, and the next command that writes moves it to recovered/;"
          + " `outcomes check --repair` keeps it where it is complete")
    case .lineEndMissing(let file):
      Diagnostic(
        "the last line has lost its line end; it counts, since its seal proves that it is whole",
        at: SourceLocation(file: file), remedy: "the next command that writes adds the line end")
    case .tornLineSetAside(let file, let text, let movedTo):
      Diagnostic(
        "the last line had no line end, and no seal that shows it to be whole: its writing was"
          + " probably cut off",
        at: SourceLocation(file: file), excerpt: text,
        remedy: "it was moved to \(movedTo); enter it again if it is missing")
    case .lineEndsMended(let file, let hadByteOrderMark, let carriageReturns, let keptAs):
      Diagnostic(
        [
          hadByteOrderMark ? "a byte order mark was taken out" : nil,
          carriageReturns > 0
            ? "\(carriageReturns) line \(carriageReturns == 1 ? "end" : "ends") CR LF became LF"
            : nil,
        ].compactMap { $0 }.joined(separator: ", "), at: SourceLocation(file: file),
        remedy: "the file as it was found is kept as \(keptAs)")
    case .linesSetAside(let file, let place, let movedTo):
      Diagnostic(
        place.hasPrefix("lines")
          ? "\(place) have been set aside: they are damaged, or depend on a line that is"
          : "\(place) was damaged and has been set aside",
        at: SourceLocation(file: file),
        remedy:
          "see \(movedTo), and enter again what is missing: where it held a correction, the value"
          + " before counts again")
    case .lineEndAdded(let file, let text):
      Diagnostic(
        "the last line was whole, but its line end was missing; it was added",
        at: SourceLocation(file: file), excerpt: text,
        remedy: "if that line should not count, use `outcomes void` or `outcomes correct`")
    }
  }
}
