import Records
import Text

/// Remembers what was last known of each participant, in a few bytes a participant and attribute.
struct AttributeMemory {
  private var participants = InternTable()
  private var values = InternTable([""])
  /// The numbers of the values, one an attribute of the program, participant after participant.
  private var numbers: [Int32] = []

  /// How many different values there were; the first is the empty one.
  var valueCount: Int { values.count }

  /// The value with this number.
  func value(_ number: Int) -> String { values[number] }

  /// Puts new values in the place of those known so far.
  /// - Returns: the numbers of the new values, then of those known so far: of the empty one for
  ///   somebody new.
  mutating func replace(_ attributes: [String], of participant: ParticipantID) -> [Int] {
    let start = participants.intern(participant.rawValue) * attributes.count
    if start == numbers.count { numbers += repeatElement(0, count: attributes.count) }
    let before = numbers[start..<start + attributes.count].map { Int($0) }
    let now = attributes.map { values.intern($0) }
    for (index, number) in now.enumerated() { numbers[start + index] = Int32(number) }
    return now + before
  }
}
