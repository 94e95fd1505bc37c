import Text

/// Removes the bytes that a spreadsheet program or an editor put between the lines of a file: a
/// byte order mark at the start, and the carriage return before each line feed.
///
/// No value in a store contains a carriage return, so nothing that was entered is changed.
struct LineEndFilter {
  /// True if there was a byte order mark.
  private(set) var hadByteOrderMark = false
  /// The number of line endings with a carriage return.
  private(set) var carriageReturns = 0
  private var isAtStart = true
  /// A carriage return at the end of a piece is decided with the next piece.
  private var endedWithReturn = false

  /// True if there was anything to remove.
  var foundSomething: Bool { hadByteOrderMark || carriageReturns > 0 }

  /// Returns the next piece of the file without these bytes. The first piece must have at least
  /// three bytes, unless the file is shorter.
  mutating func filter(_ piece: [UInt8]) -> [UInt8] {
    var rest = piece[...]
    if isAtStart, rest.starts(with: ByteOrderMark.utf8) {
      hadByteOrderMark = true
      rest = rest.dropFirst(ByteOrderMark.utf8.count)
    }
    isAtStart = false
    var result: [UInt8] = []
    result.reserveCapacity(rest.count + 1)
    for byte in rest {
      if endedWithReturn { decide(before: byte, &result) }
      if byte == ASCII.carriageReturn { endedWithReturn = true } else { result.append(byte) }
    }
    return result
  }

  /// Ends the file. A carriage return at its end belonged to a line ending, so there is nothing
  /// left to return.
  mutating func finish() {
    if endedWithReturn { carriageReturns += 1 }
    endedWithReturn = false
  }

  private mutating func decide(before byte: UInt8, _ result: inout [UInt8]) {
    endedWithReturn = false
    if byte == ASCII.lineFeed {
      carriageReturns += 1
    } else {
      result.append(ASCII.carriageReturn)
    }
  }
}
