import Text

/// A run of consecutive lines that are not sealed as they should be.
struct SealFault: Sendable, Equatable {
  /// What can be known about them.
  enum Kind: Sendable, Equatable {
    /// They were written without seals.
    case unsealed
    /// Only the seal of the line was taken away: the next line proves what it was.
    case sealRemoved
    /// They are other lines than were sealed, or lines before them are gone.
    case changed
    /// Only the seal of the line is another: the next line proves what it was.
    case sealChanged
    /// The next line was sealed when these were not there.
    case inserted
    /// The line belongs before another one, whose number in the file this is.
    case moved(before: Int)
    /// A line of history that accepts lines which are no longer in the file.
    case acceptedLinesGone
  }

  var kind: Kind
  /// The lines in the file, from 1.
  var lines: ClosedRange<Int>
  /// The first of the lines.
  let text: String
  /// What the run is known by when a person accepts it.
  var digest: Seal
  /// Those of the lines that may be about the file itself, by their numbers.
  var fileLines: [Int: [UInt8]] = [:]
  /// The seals that stand in the lines.
  var seals: Set<Seal> = []
  /// The fault of which this one is only a consequence, by its place among all faults.
  var consequenceOf: Int?
}

extension SealFault {
  /// The fault in words.
  /// - Parameter isWithoutSeals: whether no line of the file is sealed.
  func diagnostic(file: String, isWithoutSeals: Bool) -> Diagnostic {
    let forUnsealed = isWithoutSeals ? Self.restoreOrMigrate : Self.acceptOnly
    return Diagnostic(
      message, at: SourceLocation(file: file, line: lines.lowerBound), excerpt: text,
      remedy: kind == .unsealed ? forUnsealed : Self.restoreOrAccept)
  }

  /// How accepting these lines is written down, and said.
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
    "look at it, and keep it with `outcomes check --accept --reason TEXT`"
  private static let restoreOrMigrate =
    "if they were sealed before, restore a backup into a new folder with `outcomes restore`; if an earlier"
    + " version or other software wrote them, seal them with `outcomes migrate --backup FILE`"
  private static let restoreOrAccept =
    "restore a backup into a new folder with `outcomes restore`; or look at it, and keep it with"
    + " `outcomes check --accept --reason TEXT`"
}
