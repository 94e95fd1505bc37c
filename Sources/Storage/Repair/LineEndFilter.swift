import Text

/// Takes out of a file's bytes what a spreadsheet program or an editor put between the lines: a
/// byte order mark at the start, and the carriage return before each line end.
///
/// No value of a store holds a carriage return, so nothing that was entered is touched.
struct LineEndFilter {
  /// Whether there was a byte order mark.
  private(set) var hadByteOrderMark = false
  /// How many line ends had a carriage return.
  private(set) var carriageReturns = 0
  private var isAtStart = true
  /// A carriage return at a piece's end is decided on with the next piece.
  private var endedWithReturn = false

  /// Whether there was anything to take out.
  var foundSomething: Bool { hadByteOrderMark || carriageReturns > 0 }

  /// The next piece of the file without what does not belong there. The first piece has at least
  /// three bytes, where the file has them.
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

  /// What is left at the file's end: nothing, since a carriage return there began a line end.
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
