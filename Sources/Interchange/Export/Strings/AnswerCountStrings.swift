import Text
import Instruments
import Records

/// The numbers of items answered and of items on the form as byte strings of an export; both are
/// missing where only a total was entered.
struct AnswerCountStrings {
  /// For each instrument, the number of the byte string for a total; the byte strings for 0, 1, …
  /// answered items follow it.
  private let totals: [Int]

  /// Adds the byte strings of all instruments to `strings`.
  /// - Parameter keys: the bytes before the number of answers and before the number of items.
  init(
    _ instruments: [Instrument], keys: (answered: [UInt8], items: [UInt8]), in syntax: TableSyntax,
    to strings: inout ByteStrings
  ) {
    totals = instruments.map { instrument in
      let items = instrument.items.count
      return strings.add(count: items + 2) { index, bytes in
        let isTotal = index == 0
        bytes += keys.answered + (isTotal ? syntax.missing : syntax.number(index - 1))
        bytes += keys.items + (isTotal ? syntax.missing : syntax.number(items))
      }
    }
  }

  /// The number of the byte string for an entry of `ScoreColumn.answered`.
  @inline(__always)
  subscript(instrument instrument: Int, answered answered: UInt8) -> Int {
    answered == ScoreColumn.total ? totals[instrument] : totals[instrument] + 1 + Int(answered)
  }
}
