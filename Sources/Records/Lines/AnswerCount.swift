import Instruments
import Text

/// Counts the answered items in answers as written in the file, and rejects answers that an
/// instrument does not allow.
struct AnswerCount: Sendable {
  /// For each instrument, its answers in their most common form.
  private let plainAnswers: [PlainAnswers]
  /// The allowed codes of each item, of all instruments one after the other.
  private let codes: [ClosedRange<Int>]
  /// For each instrument, the range of its items in `codes`.
  private let items: [Range<Int>]

  init(_ instruments: [Instrument]) {
    plainAnswers = instruments.map { PlainAnswers(codes: $0.items.map(\.answers.codes)) }
    codes = instruments.flatMap { $0.items.map(\.answers.codes) }
    var start = 0
    items = instruments.map { instrument in
      defer { start += instrument.items.count }
      return start..<start + instrument.items.count
    }
  }

  /// The number of items answered at `range`, which must not be empty; nil if `range` contains
  /// anything else.
  /// - Parameter instrument: the position of the instrument.
  @inline(__always)
  func answered(_ bytes: RawSpan, _ range: Range<Int>, instrument: Int) -> Int? {
    if plainAnswers[instrument].areAllAnswered(bytes, range) { return items[instrument].count }
    return answeredOneByOne(bytes, range, instrument: instrument)
  }

  /// The end of answers that start at `start` and have an answer of one digit for every item; nil
  /// for any other answers.
  @inline(__always)
  func endOfPlainAnswers(_ bytes: RawSpan, from start: Int, instrument: Int) -> Int? {
    plainAnswers[instrument].areAllAnswered(bytes, at: start)
      ? start + plainAnswers[instrument].length : nil
  }

  /// The number of items of an instrument.
  @inline(__always)
  func itemCount(instrument: Int) -> Int { items[instrument].count }

  private func answeredOneByOne(_ bytes: RawSpan, _ range: Range<Int>, instrument: Int) -> Int? {
    let items = items[instrument]
    var answered = 0
    var item = items.lowerBound
    var reader = AnswerReader(range: range)
    while item < items.upperBound, let answer = reader.next(bytes) {
      if answer != AnswerReader.missing {
        guard codes[item].contains(answer) else { return nil }
        answered += 1
      }
      item += 1
    }
    return reader.isAtEnd && item == items.upperBound ? answered : nil
  }
}
