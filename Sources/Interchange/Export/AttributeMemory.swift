import Records
import Text

/// Remembers what was last known of each participant, in a few bytes a participant and attribute.
struct AttributeMemory {
  private var participants = InternTable()
  private var values = InternTable([""])
  /// The numbers of the values, one an attribute of the program, participant after participant.
  private var numbers: [Int32] = []

  /// Puts new values in the place of those known so far.
  /// - Returns: the values known so far; empty ones for somebody new.
  mutating func replace(_ attributes: [String], of participant: ParticipantID) -> [String] {
    let start = participants.intern(participant.rawValue) * attributes.count
    if start == numbers.count { numbers += repeatElement(0, count: attributes.count) }
    return attributes.enumerated().map { index, value in
      let before = values[Int(numbers[start + index])]
      numbers[start + index] = Int32(values.intern(value))
      return before
    }
  }
}
