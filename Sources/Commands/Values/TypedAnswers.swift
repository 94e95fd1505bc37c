import Instruments
import Records
import Text

/// Reads the answers that a person types.
enum TypedAnswers {
  /// The answers that `text` holds, or nil where it is unclear what they are: `2,1,0` and `2 1 0`,
  /// and `210` where every code of the instrument has one digit. Between two commas there must be
  /// an answer.
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
  /// Whether several answers with nothing between them can be told apart.
  fileprivate var hasOneDigitCodes: Bool {
    let codes = items.flatMap { [$0.answers.codes.lowerBound, $0.answers.codes.upperBound] }
    return items.count > 1 && codes.allSatisfy { 0...9 ~= $0 }
  }
}
