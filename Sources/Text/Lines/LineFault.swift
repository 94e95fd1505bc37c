/// The reason why a line could not be read, with the offset of the byte at which this was found.
package struct LineFault: Error, Sendable, Equatable {
  /// The kinds of error in a line.
  package enum Kind: Sendable, Equatable {
    case tooFewFields(found: Int, expected: Int)
    case tooManyFields(expected: Int)
    case unclosedQuote
    case quoteInsideField
    case textAfterQuote
    case controlCharacter(UInt8)
    case escapedControlCharacter
    case notUTF8
    case notJSON(expected: String)
    case unknownKey(String)
    case repeatedKey(String)
    case numberExpected(String)
    case textExpected(String)
  }

  package let kind: Kind
  /// Offset into the scanned buffer.
  package let offset: Int

  package init(kind: Kind, offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}

/// The result of scanning one line.
package enum ScannedLine: Sendable, Equatable {
  /// The line's fields were found.
  case fields
  /// The line cannot be read.
  case fault(LineFault)
}
