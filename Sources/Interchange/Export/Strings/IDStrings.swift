import Text

/// The ids of participants as byte strings of an export.
struct IDStrings {
  private let first: Int

  /// Adds the ids to `strings`, each after `key`. An id in ASCII needs no escaping and does not
  /// start like a formula, as `ParticipantID` ensures.
  init(_ ids: InternTable, key: [UInt8], in syntax: TableSyntax, to strings: inout ByteStrings) {
    first = strings.add(count: ids.count) { number, bytes in
      let id = ids.bytes(of: number)
      bytes += key
      if id.allSatisfy({ $0 < 0x80 }) {
        bytes += syntax.quote
        bytes += id
        bytes += syntax.quote
      } else {
        bytes += syntax.text(ids[number])
      }
    }
  }

  /// The number of the byte string for a participant.
  @inline(__always)
  subscript(participant: Int) -> Int { first + participant }
}
