import Text
import Records

/// The values of all attributes as byte strings of an export; missing where unknown.
struct AttributeStrings {
  private let participants: ParticipantColumns
  /// For each attribute, the number of the byte string for its value number 0.
  private let firsts: [Int]

  /// Adds the values of each attribute to `strings`, each after the attribute's entry of `keys`.
  init(
    _ participants: ParticipantColumns, keys: some Collection<[UInt8]>, in syntax: TableSyntax,
    to strings: inout ByteStrings
  ) {
    self.participants = participants
    firsts = zip(keys, participants.attributeNames).map { key, values in
      strings.add(count: values.count) { index, bytes in
        bytes += key + syntax.text(values[index])
      }
    }
  }

  /// The numbers of the byte strings for a participant's values, in the order of the attributes.
  subscript(participant: Int) -> some Sequence<Int> {
    firsts.indices.lazy.map { firsts[$0] + Int(participants.attributeValues[$0][participant]) }
  }
}
