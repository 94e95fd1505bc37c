import Analysis
import Text

extension CohortSelection {
  /// The date of the analysis and, where it was given, the moment of knowledge.
  var moment: String {
    asOf.description + (knownAt.map { ", as known at \($0)" } ?? "")
  }

  /// The date and, where it was given, the moment of knowledge, as JSON members.
  var momentMembers: [JSONMember] {
    [JSONMember("as_of", .string(asOf.description))]
      + (knownAt.map { [JSONMember("as_known_at", .string($0.description))] } ?? [])
  }

  /// The restrictions of the analysis, one sentence each; empty where it covers everything.
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
      sentences.append("Only assessments inside their timepoint's window count.")
    }
    return sentences
  }
}
