import Text

/// The text of a line of history about lines that a person accepted or set aside although they were
/// not properly sealed.
package enum Acceptance {
  /// The text of a line that accepts other lines.
  /// - Parameters:
  ///   - place: the accepted lines, as in `line 17` or `lines 17-32`.
  ///   - digest: sixteen hexadecimal digits that identify the lines.
  ///   - reason: the reason for accepting them.
  package static func text(place: String, digest: String, reason: String) -> String {
    "\(kept) \(place), \(digest): \(reason)"
  }

  /// The text of a line that sets other lines aside.
  /// - Parameters:
  ///   - place: the lines, as they were numbered before.
  ///   - copy: the file that they were moved to.
  ///   - digest: sixteen hexadecimal digits that identify the lines that no longer follow from the
  ///     ones above; nil if all other lines are properly sealed.
  ///   - reason: the reason for setting them aside.
  package static func text(
    setAside place: String, to copy: String, digest: String?, reason: String
  ) -> String {
    "\(aside) \(place) as \(copy)\(digest.map { ", \($0)" } ?? ""): \(reason)"
  }

  /// The digest in the column `reason` of such a line; nil if there is none.
  package static func digest(in text: String) -> String? {
    let parts = text.split(separator: ", ", maxSplits: 1)
    guard parts.count == 2, !parts[0].contains(":"),
      [kept, aside].contains(where: { parts[0].hasPrefix("\($0) line") }),
      let colon = parts[1].firstIndex(of: ":")
    else { return nil }
    return String(parts[1][..<colon])
  }

  /// Such a text without the digest, for display.
  package static func withoutDigest(_ text: String) -> String {
    guard let digest = digest(in: text) else { return text }
    return text.replacing(", \(digest):", with: ":", maxReplacements: 1)
  }

  private static let kept = "accepted"
  private static let aside = "set aside"
}
