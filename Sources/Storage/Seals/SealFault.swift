import Text

/// Consecutive lines that are not properly sealed.
struct SealFault: Sendable, Equatable {
  /// What is known about the lines.
  enum Kind: Sendable, Equatable {
    /// They were written without seals.
    case unsealed
    /// Only the seal of the line was removed, as the next line proves.
    case sealRemoved
    /// The lines differ from those that were sealed, or lines before them were removed.
    case changed
    /// Only the seal of the line was changed, as the next line proves.
    case sealChanged
    /// The next line was sealed without these lines.
    case inserted
    /// The line belongs before another line with this number in the file.
    case moved(before: Int)
    /// The line of history accepts lines that are no longer in the file.
    case acceptedLinesGone
  }

  var kind: Kind
  /// The numbers of the lines in the file, from 1.
  var lines: ClosedRange<Int>
  /// The text of the first line.
  let text: String
  /// The digest by which a person accepts the lines.
  var digest: Seal
  /// The lines that may be about the file itself, by their numbers.
  var fileLines: [Int: [UInt8]] = [:]
  /// The seals in the lines.
  var seals: Set<Seal> = []
  /// The position of the fault that caused this one; nil if it has a cause of its own.
  var consequenceOf: Int?
}

extension SealFault {
  /// Returns the fault in words.
  /// - Parameter isWithoutSeals: true if no line of the file is sealed.
  func diagnostic(file: String, isWithoutSeals: Bool) -> Diagnostic {
    let forUnsealed = isWithoutSeals ? Self.restoreOrMigrate : Self.acceptOnly
    return Diagnostic(
      message, at: SourceLocation(file: file, line: lines.lowerBound), excerpt: text,
      remedy: kind == .unsealed ? forUnsealed : Self.restoreOrAccept)
  }

  /// The lines in words, as used in records of acceptance and in messages.
  var place: String {
    lines.count == 1
      ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound)-\(lines.upperBound)"
  }

  private var message: String {
    let isOne = lines.count == 1
    let these =
      isOne ? "this line" : "lines \(lines.lowerBound) to \(lines.upperBound)"
    switch kind {
    case .unsealed: return "\(these) \(isOne ? "is" : "are") not sealed"
    case .sealRemoved: return "the seal of this line was removed: the next line proves it"
    case .changed:
      return isOne
        ? "this line was changed after it was sealed, or a line before it was removed"
        : "\(these) were changed after they were sealed, or a line before them was removed"
    case .sealChanged:
      return "the seal of this line was changed: the next line proves it"
    case .inserted:
      return "\(these) \(isOne ? "was" : "were") inserted or changed here:"
        + " the next line was sealed without \(isOne ? "it" : "them")"
    case .moved(let other): return "this line was moved: it belongs before line \(other)"
    case .acceptedLinesGone:
      return "what this line accepted is no longer in the file: it was removed or changed again"
    }
  }

  private static let acceptOnly =
    "look at the file, and if it is right, keep it as it is with `outcomes check --accept --reason TEXT`"
  private static let restoreOrMigrate =
    "if the file was sealed before, restore a backup into a new folder with `outcomes restore`; if an earlier"
    + " version or other software wrote it, seal it with `outcomes migrate --backup FILE`"
  private static let restoreOrAccept =
    "restore a backup into a new folder with `outcomes restore`; or look at the file, and if it is"
    + " right, keep it as it is with `outcomes check --accept --reason TEXT`"
}
