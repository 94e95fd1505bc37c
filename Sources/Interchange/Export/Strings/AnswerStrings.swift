import Instruments
import Text

/// The codes of answers among the byte strings of an export; missing for an item not answered.
struct AnswerStrings {
  /// The number of the byte string for a missing answer; those of the codes 0, 1, … follow.
  private let missing: Int

  /// Adds all codes that an item may be answered with to `strings`.
  init(_ instruments: [Instrument], in syntax: TableSyntax, to strings: inout ByteStrings) {
    let largest = instruments.flatMap(\.items).map(\.answers.codes.upperBound).max() ?? 0
    missing = strings.add(count: largest + 2) { index, bytes in
      bytes += index == 0 ? syntax.missing : syntax.number(index - 1)
    }
  }

  /// Goes through the answers of a form.
  /// - Parameters:
  ///   - text: as the store holds them, codes separated by a space and `.` for a missing one. They
  ///     were checked when the store was read.
  ///   - body: takes the position of each item and the number of its answer's byte string.
  func forEach(_ text: ArraySlice<UInt8>, _ body: (Int, Int) -> Void) {
    var item = 0
    var number = missing
    for byte in text {
      switch byte {
      case ASCII.space:
        body(item, number)
        item += 1
        number = missing
      case ASCII.dot: break
      default:
        let code = number == missing ? 0 : number - missing - 1
        number = missing + 1 + code * 10 + Int(byte - ASCII.zero)
      }
    }
    if !text.isEmpty { body(item, number) }
  }
}
