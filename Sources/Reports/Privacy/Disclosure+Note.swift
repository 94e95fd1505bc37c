import Documents
import Analysis
import Text

extension Disclosure {
  /// The note above the tables of a report that may leave the program; empty otherwise.
  var note: [Block] {
    guard let policy else { return [] }
    var sentences = ["Small numbers of participants are hidden."]
    sentences.append(
      "[c] marks a number below \(policy.minimum), a number that would reveal one, and statistics"
        + " computed from these participants.")
    if let roundTo = policy.roundTo {
      sentences.append(
        "Numbers of participants are rounded to the nearest \(roundTo), so sums may not add up, and"
          + " statistics have few digits.")
    }
    sentences.append("Policy \(policy.name): \(policy.source.text).")
    return [.paragraph(sentences.joined(separator: " "))]
  }

  /// The member `privacy` of a JSON document that may leave the program; empty otherwise.
  var members: [JSONMember] {
    guard let policy else { return [] }
    return [
      JSONMember(
        "privacy",
        .object([
          "policy": .string(policy.name), "minimum": .integer(policy.minimum),
          "round_to": policy.roundTo.map(JSONValue.integer) ?? .null,
          "source": .string(policy.source.text),
        ]))
    ]
  }
}
