/// Why a line could not be taken apart, with the offset of the byte where that was seen.
package struct LineFault: Error, Sendable, Equatable {
  /// What is wrong with the line.
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
}

/// What came of scanning one line.
package enum ScannedLine: Sendable, Equatable {
  /// The line's fields were found.
  case fields
  /// The line cannot be read.
  case fault(LineFault)
}
