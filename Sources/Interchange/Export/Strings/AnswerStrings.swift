import Instruments
import Text

/// The codes of answers as byte strings of an export; missing for an item that was not answered.
struct AnswerStrings {
  /// The number of the byte string for a missing answer; those for the codes 0, 1, … follow it.
  private let missing: Int

  /// Adds all codes that an item can be answered with to `strings`.
  init(_ instruments: [Instrument], in syntax: TableSyntax, to strings: inout ByteStrings) {
    let largest = instruments.flatMap(\.items).map(\.answers.codes.upperBound).max() ?? 0
    missing = strings.add(count: largest + 2) { index, bytes in
      bytes += index == 0 ? syntax.missing : syntax.number(index - 1)
    }
  }

  /// Calls `body` for each answer of a form.
  /// - Parameters:
  ///   - text: codes separated by a space, with `.` for a missing one, as in the store. They were
  ///     validated when the store was read.
  ///   - body: takes the position of an item and the number of the byte string for its answer.
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
