import Instruments
import Text

/// Counts the answered items in responses as the file holds them, and refuses responses that an
/// instrument does not allow.
struct AnswerCount: Sendable {
  /// For each instrument, what its responses look like most of the time.
  private let plainAnswers: [PlainAnswers]
  /// The codes that each item may be answered with, of all instruments one after the other.
  private let codes: [ClosedRange<Int>]
  /// For each instrument, where its items stand in `codes`.
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

  /// How many items are answered at `range`, which is not empty; nil where anything else stands
  /// there.
  /// - Parameter instrument: its position among the instruments.
  @inline(__always)
  func answered(_ bytes: RawSpan, _ range: Range<Int>, instrument: Int) -> Int? {
    if plainAnswers[instrument].areAllAnswered(bytes, range) { return items[instrument].count }
    return answeredOneByOne(bytes, range, instrument: instrument)
  }

  /// Where responses end that start at `start` and answer all items, if they do so plainly.
  @inline(__always)
  func endOfPlainAnswers(_ bytes: RawSpan, from start: Int, instrument: Int) -> Int? {
    plainAnswers[instrument].areAllAnswered(bytes, at: start)
      ? start + plainAnswers[instrument].length : nil
  }

  /// How many items the instrument has.
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
