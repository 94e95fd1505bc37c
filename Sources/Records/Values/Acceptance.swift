import Text

/// What a line of history says of lines that a person keeps or sets aside although they are not
/// sealed as they should be.
package enum Acceptance {
  /// The text of a line that keeps others.
  /// - Parameters:
  ///   - place: which lines, as in `line 17` or `lines 17-32`.
  ///   - digest: sixteen hexadecimal digits by which the lines are known.
  ///   - reason: why they are kept.
  package static func text(place: String, digest: String, reason: String) -> String {
    "\(kept) \(place), \(digest): \(reason)"
  }

  /// The text of a line that sets others aside.
  /// - Parameters:
  ///   - place: which lines, as they were numbered before.
  ///   - copy: the file that holds them now.
  ///   - digest: by which the lines are known that no longer follow from the ones above; nil where
  ///     all others are sealed as they should be.
  ///   - reason: why they were set aside.
  package static func text(
    setAside place: String, to copy: String, digest: String?, reason: String
  ) -> String {
    "\(aside) \(place) as \(copy)\(digest.map { ", \($0)" } ?? ""): \(reason)"
  }

  /// The digest that stands in the column `reason` of such a line; nil where none does.
  package static func digest(in text: String) -> String? {
    let parts = text.split(separator: ", ", maxSplits: 1)
    guard parts.count == 2, !parts[0].contains(":"),
      [kept, aside].contains(where: { parts[0].hasPrefix("\($0) line") }),
      let colon = parts[1].firstIndex(of: ":")
    else { return nil }
    return String(parts[1][..<colon])
  }

  /// Such a text without the digest, for people.
  package static func withoutDigest(_ text: String) -> String {
    guard let digest = digest(in: text) else { return text }
    return text.replacing(", \(digest):", with: ":", maxReplacements: 1)
  }

  private static let kept = "accepted"
  private static let aside = "set aside"
}
