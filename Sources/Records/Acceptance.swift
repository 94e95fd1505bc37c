import Text

/// A line of a file's history with which a person keeps lines that are not sealed as they should be.
package struct Acceptance: Sendable, Equatable {
  /// What stands in the column `action`.
  package static let action = "accept"

  /// Which lines, as in `line 17` or `lines 17-32`.
  package let place: String
  /// Sixteen hexadecimal digits by which the lines are known.
  package let digest: String
  /// Why they are kept.
  package let reason: String
  package let recordedAt: Timestamp
  package let recordedBy: String

  package init(
    place: String, digest: String, reason: String, recordedAt: Timestamp, recordedBy: String
  ) {
    self.place = place
    self.digest = digest
    self.reason = reason
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
  }

  /// The line's values in the order of either file's columns; all but five are missing.
  package func values(_ schema: LineSchema) -> [String] {
    schema.columns.map { column in
      switch column.name {
      case "action": Self.action
      case "recorded_at": recordedAt.description
      case "recorded_by": recordedBy
      case "reason": "accepted \(place), \(digest): \(reason)"
      default: ""
      }
    }
  }

  /// The digest that stands in the column `reason` of such a line; nil where none does.
  package static func digest(in reason: String) -> String? {
    let parts = reason.split(separator: ", ", maxSplits: 1)
    guard parts.count == 2, parts[0].hasPrefix("accepted line"),
      let colon = parts[1].firstIndex(of: ":")
    else { return nil }
    return String(parts[1][..<colon])
  }
}
