import Instruments
import Records
import Text

/// The parsing of typed answers.
enum TypedAnswers {
  /// True if there is no answer before, between or after commas: `10,,5`.
  static func hasGap(_ text: String) -> Bool {
    text.split(separator: ",", omittingEmptySubsequences: false).contains { part in
      part.allSatisfy { $0 == " " }
    }
  }

  /// Returns the answers in `text`, or nil if they are unclear: `2,1,0` and `2 1 0`, and `210` if
  /// every code of the instrument has one digit. There must be an answer between two commas.
  static func parse(_ text: String, for instrument: Instrument?) -> [Int?]? {
    guard !hasGap(text) else { return nil }
    if let instrument, instrument.hasOneDigitCodes, text.utf8.allSatisfy(isOneAnswer) {
      return AnswerText.parse(text.map(String.init).joined(separator: " "))
    }
    return AnswerText.parse(text)
  }

  private static func isOneAnswer(_ byte: UInt8) -> Bool {
    byte == ASCII.dot || ASCII.zero...ASCII.nine ~= byte
  }
}

extension Instrument {
  /// True if answers can be written without separators.
  fileprivate var hasOneDigitCodes: Bool {
    items.count > 1 && items.allSatisfy(\.answers.hasOneDigit)
  }
}

extension AnswerScale {
  /// True if every code has one digit.
  var hasOneDigit: Bool { codes.lowerBound >= 0 && codes.upperBound <= 9 }
}
