import Documents
import Analysis
import Text

extension Disclosure {
  /// What stands above the tables of a report that may leave the program; nothing otherwise.
  var note: [Block] {
    guard let policy else { return [] }
    var sentences = ["Small numbers of people are hidden."]
    sentences.append(
      "[c] stands for a number below \(policy.minimum), for one that would give such a number"
        + " away, and for what is computed over these people.")
    if let roundTo = policy.roundTo {
      sentences.append(
        "Numbers of people are rounded to the nearest \(roundTo), so that sums may not add up, and"
          + " what is computed has few digits.")
    }
    sentences.append("Policy \(policy.name): \(policy.source.text).")
    return [.paragraph(sentences.joined(separator: " "))]
  }

  /// The member `privacy` of a document that may leave the program; nothing otherwise.
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
