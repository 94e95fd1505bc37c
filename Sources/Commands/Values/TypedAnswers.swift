import Instruments
import Records
import Text

/// The parsing of typed answers.
enum TypedAnswers {
  /// Returns the answers in `text`, or nil if they are unclear: `2,1,0` and `2 1 0`, and `210` if
  /// every code of the instrument has one digit. There must be an answer between two commas.
  static func parse(_ text: String, for instrument: Instrument?) -> [Int?]? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.allSatisfy({ part in part.contains { $0 != " " } }) else { return nil }
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
    let codes = items.flatMap { [$0.answers.codes.lowerBound, $0.answers.codes.upperBound] }
    return items.count > 1 && codes.allSatisfy { 0...9 ~= $0 }
  }
}
