import Records
import Text

/// The latest attributes of each participant, in a few bytes per participant and attribute.
struct AttributeMemory {
  private var participants = InternTable()
  private var values = InternTable([""])
  /// The numbers of the values, one per attribute of the program, participant after participant.
  private var numbers: [Int32] = []

  /// The number of different values; the first is the empty one.
  var valueCount: Int { values.count }

  /// The value with this number.
  func value(_ number: Int) -> String { values[number] }

  /// Replaces the known values of a participant.
  /// - Returns: the numbers of the new values, then of the values before; the latter are empty for
  ///   a new participant.
  mutating func replace(_ attributes: [String], of participant: ParticipantID) -> [Int] {
    let start = participants.intern(participant.rawValue) * attributes.count
    if start == numbers.count { numbers += repeatElement(0, count: attributes.count) }
    let before = numbers[start..<start + attributes.count].map { Int($0) }
    let now = attributes.map { values.intern($0) }
    for (index, number) in now.enumerated() { numbers[start + index] = Int32(number) }
    return now + before
  }
}
