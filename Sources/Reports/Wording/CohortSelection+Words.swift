import Analysis
import Text

extension CohortSelection {
  /// The day of the question, and up to when what is known was recorded.
  var moment: String {
    asOf.description + (knownAt.map { ", as known at \($0)" } ?? "")
  }

  /// The day and, where it was given, the moment as programs know them.
  var momentMembers: [JSONMember] {
    [JSONMember("as_of", .string(asOf.description))]
      + (knownAt.map { [JSONMember("as_known_at", .string($0.description))] } ?? [])
  }

  /// What was asked for beyond everybody and everything.
  var sentences: [String] {
    var sentences: [String] = []
    if !conditions.isEmpty {
      let values = conditions.map { "\($0.attribute) = \($0.value)" }
      sentences.append("Only participants with \(values.joined(separator: " and ")).")
    }
    if let groupedBy, let reference {
      sentences.append("Each group is compared with \(groupedBy) = \(reference).")
    }
    if inWindowOnly {
      sentences.append("Only assessments inside their timepoint's window.")
    }
    return sentences
  }
}
