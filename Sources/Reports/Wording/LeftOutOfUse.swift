import Documents
import Text

/// The number of participants who withdrew from the use of what was recorded, and are therefore
/// left out.
struct LeftOutOfUse {
  let count: Int

  /// The number in a sentence; none if it is 0.
  var sentences: [String] {
    switch count {
    case 0: []
    case 1: ["1 participant withdrew consent to the use of their data, and is left out here."]
    default:
      [
        "\(ReadableNumber.integer(count)) participants withdrew consent to the use of their data,"
          + " and are left out here."
      ]
    }
  }

  var blocks: [Block] { sentences.map { .paragraph($0) } }

  var member: JSONMember { JSONMember("withdrawn_from_use", .integer(count)) }
}
